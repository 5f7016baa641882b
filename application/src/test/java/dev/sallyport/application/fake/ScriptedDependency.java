package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A dependency that is as well as the test says, and counts how often it was asked.
public final class ScriptedDependency implements Dependency {
  private final String name;
  private final Need need;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Health health = new Health.Up();
  private volatile @Nullable RuntimeException bug;

  public ScriptedDependency(String name, Need need) {
    this.name = name;
    this.need = need;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Need need() {
    return need;
  }

  @Override
  public Health health() {
    asked.incrementAndGet();
    RuntimeException now = bug;
    if (now != null) {
      throw now;
    }
    return health;
  }

  public void becomes(Health next) {
    health = next;
    bug = null;
  }

  /// Cannot even be asked.
  public void becomes(RuntimeException next) {
    bug = next;
  }

  public int timesAsked() {
    return asked.get();
  }
}
