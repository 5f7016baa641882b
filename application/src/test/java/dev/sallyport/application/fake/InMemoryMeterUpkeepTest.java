package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.MeterUpkeepContract;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.domain.plan.Allowance.Charge;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryMeterUpkeepTest extends MeterUpkeepContract {
  private final InMemoryMeter meter = new InMemoryMeter();

  @Override
  protected MeterUpkeep upkeep() {
    return new InMemoryMeterUpkeep(meter);
  }

  @Override
  protected Meter meter() {
    return meter;
  }

  @Override
  protected void tamper(Charge counter, long units) {
    meter.tamper(Metering.ACME, counter, units);
  }
}
