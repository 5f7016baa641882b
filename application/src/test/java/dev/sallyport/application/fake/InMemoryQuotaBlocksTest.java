package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.QuotaBlocksContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryQuotaBlocksTest extends QuotaBlocksContract {
  private final InMemoryMeter meter = new InMemoryMeter();

  @Override
  protected QuotaBlocks blocks() {
    return new InMemoryQuotaBlocks(meter);
  }

  @Override
  protected Meter meter() {
    return meter;
  }

  @Override
  protected MeterUpkeep upkeep() {
    return new InMemoryMeterUpkeep(meter);
  }
}
