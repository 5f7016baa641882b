package dev.sallyport.adapters.testbed;

import dev.sallyport.application.fake.FixedPolicies;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.tool.ToolSets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Real adapters, put together without the framework: each gets the newest part of each type it
/// asks for. A part that wraps another is simply added after it.
public final class Handmade implements AutoCloseable {
  /// Every answer.
  private static final int SAMPLE_OUTPUTS = 1;

  private static final String ADAPTERS = "dev.sallyport.adapters.";

  private final List<Object> parts = new ArrayList<>();
  private final Deque<Runnable> ends = new ArrayDeque<>();

  public <T> T add(T part) {
    parts.add(part);
    return part;
  }

  /// Makes and adds an adapter that only its own package may name, as `out.jdbc.JdbcClaims`.
  public Handmade adapter(String name, @Nullable Object... given) {
    try {
      make(Class.forName(ADAPTERS + name), given);
      return this;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// What a gate leans on that is no store.
  public void gateMeans(long cacheBytes) {
    add(new FixedPolicies(Policy.STANDING));
    add(ToolSets.NONE);
    add(SAMPLE_OUTPUTS);
    adapter("out.alarm.LogAlarms")
        .adapter("out.json.JsonArguments")
        .adapter("out.cache.CacheSettings", cacheBytes)
        .adapter("out.cache.CaffeineResultCache")
        .adapter("out.limits.LocalLimiter")
        .adapter("out.limits.BlockMeter")
        .adapter("out.queue.LedgerSettings", true)
        .adapter("out.queue.QueuedReadEntries");
  }

  /// Makes and adds one of this type, of these arguments or else of the parts there are.
  public <T> T make(Class<T> type, @Nullable Object... given) {
    Constructor<?> constructor = constructor(type, given.length);
    @Nullable Object[] arguments =
        given.length > 0
            ? given
            : Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray();
    try {
      constructor.setAccessible(true);
      T part = add(type.cast(constructor.newInstance(arguments)));
      marked(part, PostConstruct.class).forEach(method -> call(part, method));
      marked(part, PreDestroy.class).forEach(method -> ends.push(() -> call(part, method)));
      return part;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type.getSimpleName(), e);
    }
  }

  public <T> T get(Class<T> type) {
    return parts.reversed().stream()
        .filter(wrapped(type)::isInstance)
        .map(it -> wrapped(type).cast(it))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + type.getSimpleName()));
  }

  // what constructors take unboxed is kept as an object all the same
  @SuppressWarnings("unchecked")
  private static <T> Class<T> wrapped(Class<T> type) {
    return (Class<T>) MethodType.methodType(type).wrap().returnType();
  }

  /// Calls a method that only the package of its part may call.
  public void call(Object part, String method) {
    marked(part, method).forEach(it -> call(part, it));
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
  }

  private static Constructor<?> constructor(Class<?> type, int given) {
    List<Constructor<?>> all = List.of(type.getDeclaredConstructors());
    return all.stream()
        .filter(it -> given == 0 || it.getParameterCount() == given)
        .filter(it -> given > 0 || all.size() == 1 || it.isAnnotationPresent(Inject.class))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " cannot be made by hand"));
  }

  private static List<Method> marked(Object part, Class<? extends Annotation> by) {
    return Arrays.stream(part.getClass().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(by))
        .toList();
  }

  private static List<Method> marked(Object part, String name) {
    return Arrays.stream(part.getClass().getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
        .toList();
  }

  private static void call(Object part, Method method) {
    try {
      method.setAccessible(true);
      method.invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
