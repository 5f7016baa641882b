package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.plan.UsageDifference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Sweeps and checks an [InMemoryMeter].
public final class InMemoryMeterUpkeep implements MeterUpkeep {
  private final InMemoryMeter meter;

  public InMemoryMeterUpkeep(InMemoryMeter meter) {
    this.meter = meter;
  }

  @Override
  public Swept sweep(Instant now, int most) {
    synchronized (meter) {
      int freed = meter.freeExpired(now, most);
      List<CallId> lost =
          meter.blocks.entrySet().stream()
              .filter(each -> !now.isBefore(each.getValue().until()))
              .map(each -> each.getKey())
              .limit(most)
              .toList();
      lost.forEach(this::writeOff);
      return new Swept(freed, lost.size());
    }
  }

  @Override
  public List<UsageDifference> differences(LocalDate day) {
    return meter.differences(day);
  }

  private void writeOff(CallId id) {
    synchronized (meter) {
      InMemoryMeter.Block block = meter.blocks.get(id);
      if (block != null) {
        meter.blocks.remove(id);
        var event =
            new InMemoryMeter.Event(
                block.scope().organization(),
                block.person(),
                InMemoryMeter.LOST,
                block.units(),
                block.day());
        meter.spend(block.scope(), block.charges(), event, id);
      }
    }
  }
}
