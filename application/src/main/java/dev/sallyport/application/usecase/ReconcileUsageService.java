package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.ReconcileUsage;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.domain.plan.UsageDifference;
import java.time.LocalDate;
import java.util.List;

/// Asks day by day.
public final class ReconcileUsageService implements ReconcileUsage {
  private final MeterUpkeep meter;

  public ReconcileUsageService(MeterUpkeep meter) {
    this.meter = meter;
  }

  @Override
  public List<UsageDifference> differences(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(day -> meter.differences(day).stream())
        .toList();
  }
}
