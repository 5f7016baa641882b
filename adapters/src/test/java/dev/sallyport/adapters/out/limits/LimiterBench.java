package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.Limiter.Admission.Admitted;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Quota;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// Measures an admission over four limits and its release, by two threads at once.
final class LimiterBench {
  private static final int THREADS = 2;
  private static final int PEOPLE = 1_000;
  private static final int ROUNDS = 2_000_000;

  private LimiterBench() {}

  public static void main(String[] arguments) throws Exception {
    var limiter = new LocalLimiter(InstantSource.system());
    List<Limiter.Load> loads = IntStream.range(0, PEOPLE).mapToObj(LimiterBench::load).toList();
    for (int round = 0; round < 3; round++) {
      var admitted = new LongAdder();
      long start = System.nanoTime();
      Metering.race(
          THREADS,
          () -> {
            for (int i = 0; i < ROUNDS; i++) {
              if (limiter.admit(loads.get(i % PEOPLE)) instanceof Admitted(var lease, _)) {
                limiter.release(lease);
                admitted.increment();
              }
            }
          });
      long calls = (long) THREADS * ROUNDS;
      System.out.printf(
          "%,d admissions/s, %,d ns each with its release, %,d admitted%n",
          calls * 1_000_000_000L / (System.nanoTime() - start),
          (System.nanoTime() - start) * THREADS / calls,
          admitted.sum());
    }
  }

  private static Limiter.Load load(int number) {
    var each = new Bounds(Quota.NONE, Limit.of(60_000_000), Limit.of(1_000));
    return new Limiter.Load(
        "key-" + number,
        new PersonId("%032x".formatted(number)),
        Metering.ACME.organization(),
        SomePlans.bounding(each, each),
        1,
        Limiter.Group.CORE);
  }
}
