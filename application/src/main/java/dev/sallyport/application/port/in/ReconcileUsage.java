package dev.sallyport.application.port.in;

import dev.sallyport.domain.plan.UsageDifference;
import java.time.LocalDate;
import java.util.List;

/// Compares what was counted with the calls that were made. It tells every difference and repairs
/// none: a number that heals itself hides why it was wrong.
public interface ReconcileUsage {
  /// The differences of each of these days, the last one included.
  List<UsageDifference> differences(LocalDate first, LocalDate last);
}
