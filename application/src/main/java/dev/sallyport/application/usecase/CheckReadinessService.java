package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.CheckReadiness;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.domain.health.Checkup;
import dev.sallyport.domain.health.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Asks everything the house leans on, at most once a second however many ask.
///
/// The addresses that call this are open to everyone; without the pause a flood of them would be a
/// flood of the database.
public final class CheckReadinessService implements CheckReadiness {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final List<Dependency> dependencies;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Answer last;

  public CheckReadinessService(List<Dependency> dependencies, InstantSource clock) {
    this.dependencies = List.copyOf(dependencies);
    this.clock = clock;
  }

  @Override
  public Readiness check() {
    Answer known = last;
    if (known != null && known.holdsAt(clock.instant())) {
      return known.readiness();
    }
    asking.lock();
    try {
      Answer meanwhile = last;
      if (meanwhile != null && meanwhile.holdsAt(clock.instant())) {
        return meanwhile.readiness();
      }
      Readiness readiness = new Readiness(dependencies.stream().map(this::checkup).toList());
      last = new Answer(readiness, clock.instant());
      return readiness;
    } finally {
      asking.unlock();
    }
  }

  private Checkup checkup(Dependency dependency) {
    return new Checkup(dependency.name(), dependency.need(), dependency.health());
  }

  private record Answer(Readiness readiness, Instant at) {
    boolean holdsAt(Instant now) {
      // a clock set back must not keep an old answer alive
      return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }
}
