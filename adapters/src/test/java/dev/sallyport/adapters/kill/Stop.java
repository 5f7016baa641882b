package dev.sallyport.adapters.kill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stops at one step, says so, and waits there for its killer.
final class Stop {
  private final ThreadLocal<@Nullable String> writing = new ThreadLocal<>();
  private final AtomicReference<@Nullable Step> armed = new AtomicReference<>();
  private final Consumer<String> said;
  private volatile boolean reached;

  /// @param said hears where somebody stopped
  Stop(Consumer<String> said) {
    this.said = said;
  }

  /// From now on, the first thread that comes there stops. Of writes only those of which the name
  /// is known on their thread count.
  void arm(Step step) {
    armed.set(step);
  }

  /// Whether somebody stands there. Who waits for what that one holds may then be told anything.
  boolean isReached() {
    return reached;
  }

  void writes(@Nullable String name) {
    writing.set(name);
  }

  @Nullable String writing() {
    return writing.get();
  }

  /// Called by whoever comes by a step of the write on this thread.
  void at(Step step) {
    String name = writing.get();
    if (name != null) {
      at(step, name);
    }
  }

  void at(Step step, String name) {
    if (armed.compareAndSet(step, null)) {
      reached = true;
      said.accept("AT " + step + " " + name);
      waitForEver();
    }
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
