package dev.sallyport.application.port.out;

import dev.sallyport.domain.plan.UsageDifference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What has to be done to the meter from time to time, over all organizations.
public interface MeterUpkeep {
  /// Frees reservations that expired, except those that a claim holds; and counts blocks whose
  /// instance was not heard from as used. At most so many of each.
  Swept sweep(Instant now, int most);

  /// Where a day's events and counters disagree. Looks and changes nothing.
  List<UsageDifference> differences(LocalDate day);

  /// How many there were.
  record Swept(int reservationsFreed, int blocksWrittenOff) {}
}
