package dev.sallyport.adapters.in.mcp;

import java.util.Optional;
import java.util.stream.Stream;

/// The revisions of the protocol, the oldest first.
public enum Revision {
  R2024_11_05("2024-11-05"),
  R2025_03_26("2025-03-26"),
  R2025_06_18("2025-06-18"),
  R2025_11_25("2025-11-25"),
  /// The first in which each request stands alone.
  R2026_07_28("2026-07-28");

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

  public boolean isBefore(Revision other) {
    return compareTo(other) < 0;
  }

  public static Optional<Revision> of(String date) {
    return Stream.of(values()).filter(it -> it.date.equals(date)).findFirst();
  }
}
