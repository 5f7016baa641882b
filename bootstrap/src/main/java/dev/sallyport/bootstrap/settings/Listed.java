package dev.sallyport.bootstrap.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Several texts in one setting.
record Listed(List<String> items) {
  Listed {
    items = List.copyOf(items);
  }

  /// The same where nothing at all is not fine.
  static Optional<Object> some(String text, Predicate<String> isFine) {
    return text.isBlank() ? Optional.empty() : of(text, isFine);
  }

  /// What stands between the commas, if each of it is fine.
  static Optional<Object> of(String text, Predicate<String> isFine) {
    List<String> items =
        text.isBlank() ? List.of() : Stream.of(text.split(",", -1)).map(String::strip).toList();
    return items.stream().allMatch(isFine) ? Optional.of(new Listed(items)) : Optional.empty();
  }
}
