package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.SweepReservations;
import dev.sallyport.application.port.out.MeterUpkeep;
import java.time.InstantSource;

/// Sweeps in small portions, so that no one waits long behind it.
public final class SweepReservationsService implements SweepReservations {
  private static final int PORTION = 200;

  private final MeterUpkeep meter;
  private final InstantSource clock;

  public SweepReservationsService(MeterUpkeep meter, InstantSource clock) {
    this.meter = meter;
    this.clock = clock;
  }

  @Override
  public Swept sweep() {
    int freed = 0;
    int writtenOff = 0;
    MeterUpkeep.Swept portion;
    do {
      portion = meter.sweep(clock.instant(), PORTION);
      freed += portion.reservationsFreed();
      writtenOff += portion.blocksWrittenOff();
    } while (portion.reservationsFreed() == PORTION || portion.blocksWrittenOff() == PORTION);
    return new Swept(freed, writtenOff);
  }
}
