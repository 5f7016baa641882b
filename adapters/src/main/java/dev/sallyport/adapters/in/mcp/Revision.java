package dev.sallyport.adapters.in.mcp;

import dev.sallyport.domain.content.Question;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The revisions of the protocol, the oldest first.
public enum Revision {
  R2024_11_05("2024-11-05"),
  R2025_03_26("2025-03-26"),
  R2025_06_18("2025-06-18"),
  R2025_11_25("2025-11-25"),
  /// The first in which each request stands alone.
  R2026_07_28("2026-07-28");

  private static final Map<String, Revision> BY_DATE =
      Stream.of(values()).collect(Collectors.toMap(Revision::date, Function.identity()));

  private final String date;

  Revision(String date) {
    this.date = date;
  }

  public String date() {
    return date;
  }

  public boolean isModern() {
    return this == R2026_07_28;
  }

  /// Whether clients of it can show pictures beside names.
  public boolean knowsIcons() {
    return !isBefore(R2025_11_25);
  }

  /// Whether clients of it know such a question.
  public boolean knows(Question.Kind kind) {
    return switch (kind) {
      case SAMPLING, ROOTS -> true;
      case FORM -> !isBefore(R2025_06_18);
      case PAGE -> !isBefore(R2025_11_25);
    };
  }

  public boolean isBefore(Revision other) {
    return compareTo(other) < 0;
  }

  public static Optional<Revision> of(String date) {
    return Optional.ofNullable(BY_DATE.get(date));
  }
}
