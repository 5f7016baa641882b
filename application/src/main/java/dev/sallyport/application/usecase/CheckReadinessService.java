package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.CheckReadiness;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.domain.health.Checkup;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Asks everything the house leans on, at most once a second however many ask.
///
/// The addresses that call this are open to everyone; without the pause a flood of them would be a
/// flood of the database.
public final class CheckReadinessService implements CheckReadiness {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private static final Health UNCHECKED =
      new Health.Down("it could not be checked, over a fault that the log tells");

  private final List<Dependency> dependencies;
  private final Alarms alarms;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private final Map<String, String> faults = new HashMap<>();
  private volatile @Nullable Answer last;

  public CheckReadinessService(List<Dependency> dependencies, Alarms alarms, InstantSource clock) {
    this.dependencies = List.copyOf(dependencies);
    this.alarms = alarms;
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
    return new Checkup(dependency.name(), dependency.need(), health(dependency));
  }

  // thrown on, a fault of one check would take the place of all of them, and of the pause
  private Health health(Dependency dependency) {
    try {
      Health health = dependency.health();
      faults.remove(dependency.name());
      return health;
    } catch (RuntimeException fault) {
      raiseOnce(dependency.name(), fault);
      return UNCHECKED;
    }
  }

  private void raiseOnce(String dependency, RuntimeException fault) {
    if (!fault.toString().equals(faults.put(dependency, fault.toString()))) {
      alarms.raise(new Alarm.Unchecked(dependency, fault));
    }
  }

  private record Answer(Readiness readiness, Instant at) {
    boolean holdsAt(Instant now) {
      // a clock set back must not keep an old answer alive
      return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }
}
