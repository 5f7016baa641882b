package dev.sallyport.domain.health;

import java.util.Objects;

/// How one thing the house leans on is doing.
public sealed interface Health {
  /// It answered, and in time.
  record Up() implements Health {}

  /// It did not answer. The reason is for operators and holds nothing secret.
  record Down(String reason) implements Health {
    public Down {
      Objects.requireNonNull(reason);
    }
  }
}
