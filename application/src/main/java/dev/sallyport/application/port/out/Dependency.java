package dev.sallyport.application.port.out;

import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;

/// Something outside this process that the house leans on, such as its database.
public interface Dependency {
  /// One lower-case word, the same in every answer, page and metric.
  String name();

  Need need();

  /// Asks it something it can only answer when it works. Must answer within five seconds, must not
  /// throw, and must be [Health.Up] again by itself once it is back.
  Health health();
}
