package dev.sallyport.application.gate;

import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.tool.Provenance;

/// Looks at where an answer came from before anybody else does.
final class Guard {
  private Guard() {}

  /// Whether all of it lies within what the grant reaches.
  static boolean passes(Grant grant, Provenance provenance) {
    return provenance.sources().stream().allMatch(source -> grant.reaches(source.place()));
  }
}
