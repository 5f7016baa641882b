package dev.sallyport.domain.plan;

import java.util.Objects;

/// What an expensive call costs, and how many a person may make.
///
/// @param units what one of them counts for in every limit and quota
/// @param minute how many of them a person may make in a minute, whatever else they do
public record Expense(int units, Limit minute) {
  public Expense {
    Objects.requireNonNull(minute);
    if (units < 1) {
      throw new IllegalArgumentException("an expensive call costs at least one unit");
    }
  }
}
