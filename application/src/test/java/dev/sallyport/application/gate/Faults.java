package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Unlocking;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stands before every port of a gate, notes each step that is taken, and lets one of them fail.
///
/// Alarms are left alone: they must not throw, whoever raises one has something to finish.
public final class Faults {
  private static final String PORTS = "dev.sallyport.application.port.out";

  private final List<Step> taken = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private boolean watching;
  private @Nullable Step step;
  private Fault fault = Fault.AWAY_BEFORE;

  /// A call of one method of a port, counted from 1, or each call of it.
  public record Step(String method, int occurrence) {
    private static final int EVERY = 0;

    public static Step every(String method) {
      return new Step(method, EVERY);
    }

    private boolean means(Step taken) {
      return method.equals(taken.method())
          && (occurrence == EVERY || occurrence == taken.occurrence());
    }
  }

  /// How a step fails.
  public enum Fault {
    /// The store does not answer, and nothing was done.
    AWAY_BEFORE,
    /// The store does not answer any more, and it was done.
    AWAY_AFTER,
    /// Something is broken, and nothing was done.
    BROKEN_BEFORE,
    BROKEN_AFTER,
    /// Something is broken that no program is made to survive.
    CRASHED_BEFORE,
    CRASHED_AFTER,
    /// It takes until the test lets it go on.
    SLOW;

    static Stream<Fault> sudden() {
      return Stream.of(values()).filter(fault -> fault != SLOW);
    }
  }

  /// The same means, with every port watched.
  public Means before(Means means) {
    RecordComponent[] components = Means.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object value = components[i].getAccessor().invoke(means);
        values[i] =
            isWatched(types[i]) ? watched(types[i], types[i].getSimpleName(), value) : value;
      }
      return Means.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("means are a public record", e);
    }
  }

  /// From now on steps are noted, and this one fails.
  public synchronized void fail(Step which, Fault how) {
    watch();
    step = which;
    fault = how;
  }

  /// From now on steps are noted.
  public synchronized void watch() {
    taken.clear();
    counts.clear();
    watching = true;
  }

  /// From now on nothing fails.
  public synchronized void heal() {
    watching = false;
    step = null;
  }

  public synchronized List<Step> taken() {
    return List.copyOf(taken);
  }

  /// Lets what is slow go on.
  public void letGo() {
    letGo.countDown();
  }

  /// Waits until what should be slow was met.
  public void awaitStuck() throws InterruptedException {
    stuck.await();
  }

  /// Whether what should be slow was ever met.
  public boolean isStuck() {
    return stuck.getCount() == 0;
  }

  private static boolean isWatched(Class<?> type) {
    return type.getPackageName().equals(PORTS) && type != Alarms.class;
  }

  private Object watched(Class<?> type, String name, Object port) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? invoked(port, method, arguments)
                : taken(name, port, method, arguments));
  }

  private Object taken(String name, Object port, Method method, Object @Nullable [] arguments)
      throws Throwable {
    @Nullable Fault due = due(name + "." + method.getName());
    if (due == Fault.SLOW) {
      stuck.countDown();
      letGo.await();
    } else if (due != null && due.name().endsWith("_BEFORE")) {
      throw of(due);
    }
    Object result = invoked(port, method, arguments);
    if (due != null && due.name().endsWith("_AFTER")) {
      throw of(due);
    }
    return opened(name, result);
  }

  private synchronized @Nullable Fault due(String method) {
    if (!watching) {
      return null;
    }
    Step now = new Step(method, counts.merge(method, 1, Integer::sum));
    taken.add(now);
    return step != null && step.means(now) ? fault : null;
  }

  // what a port hands out is watched as well
  private Object opened(String name, Object result) {
    return switch (result) {
      case Unlocking.Unlocked(OpenKey key) ->
          new Unlocking.Unlocked((OpenKey) watched(OpenKey.class, name + ".OpenKey", key));
      case dev.sallyport.application.port.out.Arguments.Form<?, ?> form ->
          watched(dev.sallyport.application.port.out.Arguments.Form.class, name + ".Form", form);
      case null, default -> result;
    };
  }

  private static Object invoked(Object port, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(port, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Throwable of(Fault fault) {
    var because = new IllegalStateException("made to fail");
    return switch (fault) {
      case AWAY_BEFORE, AWAY_AFTER -> new Unavailable("a port", because);
      case CRASHED_BEFORE, CRASHED_AFTER -> new StackOverflowError("made to fail");
      case BROKEN_BEFORE, BROKEN_AFTER, SLOW -> because;
    };
  }
}
