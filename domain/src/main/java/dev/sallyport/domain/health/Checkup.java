package dev.sallyport.domain.health;

import java.util.Objects;

/// One thing the house leans on, and how it was found.
public record Checkup(String name, Need need, Health health) {
  public Checkup {
    Objects.requireNonNull(name);
    Objects.requireNonNull(need);
    Objects.requireNonNull(health);
  }

  boolean blocks() {
    return need == Need.REQUIRED && health instanceof Health.Down;
  }

  boolean ails() {
    return health instanceof Health.Down;
  }
}
