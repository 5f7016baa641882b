package dev.sallyport.application.backend;

import dev.sallyport.domain.tool.Provenance;
import java.util.Objects;

/// What reading back tells about something that was perhaps sent.
public sealed interface Settlement<O> {
  /// It is there.
  record Found<O>(O output, Provenance provenance) implements Settlement<O> {
    public Found {
      Objects.requireNonNull(output);
      Objects.requireNonNull(provenance);
    }
  }

  /// It is not there, although the quiet period is over.
  record NotFound<O>() implements Settlement<O> {}

  /// The backend cannot be asked about it, or not now.
  record CannotTell<O>() implements Settlement<O> {}
}
