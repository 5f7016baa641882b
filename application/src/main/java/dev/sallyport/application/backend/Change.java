package dev.sallyport.application.backend;

import java.util.Objects;

/// What an update says of one thing: nothing, that it goes, or what it becomes.
///
/// In JSON: no member, `null`, or the value.
public sealed interface Change<T> {
  /// It stays as it is.
  record Absent<T>() implements Change<T> {}

  /// It goes.
  record Cleared<T>() implements Change<T> {}

  /// It becomes this.
  record Set<T>(T value) implements Change<T> {
    public Set {
      Objects.requireNonNull(value);
    }
  }
}
