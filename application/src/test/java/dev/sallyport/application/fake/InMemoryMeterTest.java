package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.MeterContract;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.UnitOfWork;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryMeterTest extends MeterContract {
  private final InMemoryMeter meter = new InMemoryMeter();
  private final UnitOfWork units = new InMemoryUnitOfWork(meter);
  private final MeterUpkeep upkeep = new InMemoryMeterUpkeep(meter);

  @Override
  protected Meter meter() {
    return meter;
  }

  @Override
  protected UnitOfWork units() {
    return units;
  }

  @Override
  protected MeterUpkeep upkeep() {
    return upkeep;
  }

  @Override
  protected int callsOfEach() {
    return 500;
  }
}
