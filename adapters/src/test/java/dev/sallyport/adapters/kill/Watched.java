package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.testbed.Handmade;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.Signer;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// Stands between the gate and its ports and sees every step go by.
final class Watched {
  private final Stop stop;

  /// A write is settled on the thread that sent it.
  private final ThreadLocal<Boolean> sent = ThreadLocal.withInitial(() -> false);

  Watched(Stop stop) {
    this.stop = stop;
  }

  void put(Handmade parts) {
    wrap(parts, UnitOfWork.class, this::unit);
    wrap(parts, Claims.class, this::claims);
    wrap(parts, Ledger.class, this::ledger);
    wrap(parts, Changes.class, this::changes);
    wrap(parts, Signer.class, this::signer);
    wrap(parts, Seals.class, this::seals);
  }

  void sent() {
    sent.set(true);
  }

  private @Nullable Object unit(Next next, Method method, @Nullable Object[] arguments)
      throws Throwable {
    boolean settles = sent.get();
    stop.at(settles ? Step.BEFORE_SETTLE : Step.BEFORE_CLAIM);
    @Nullable Object answer = next.call();
    stop.at(settles ? Step.AFTER_SETTLE : Step.AFTER_CLAIM);
    return answer;
  }

  private @Nullable Object claims(Next next, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (method.getName().equals("claim")) {
      @Nullable Object answer = next.call();
      stop.at(Step.IN_CLAIM);
      return answer;
    }
    return method.getName().equals("move") ? moved(next, arguments[2]) : next.call();
  }

  private @Nullable Object moved(Next next, @Nullable Object to) throws Throwable {
    if (to instanceof Claims.Next(ClaimState state, var _, var _) && state == ClaimState.SENDING) {
      stop.at(Step.BEFORE_SENDING);
      @Nullable Object answer = next.call();
      stop.at(Step.AFTER_SENDING);
      return answer;
    }
    @Nullable Object answer = next.call();
    stop.at(Step.IN_SETTLE);
    if (stop.writing() == null) {
      stop.at(Step.RECOVERING, "-");
    }
    return answer;
  }

  private @Nullable Object ledger(Next next, Method method, @Nullable Object[] arguments)
      throws Throwable {
    @Nullable Object answer = next.call();
    if (arguments[arguments.length - 1] instanceof Filing filing
        && filing.entry().kind() == Kind.CLAIMED) {
      stop.at(Step.BEFORE_CLAIM_COMMIT);
    }
    return answer;
  }

  private @Nullable Object changes(Next next, Method method, @Nullable Object[] arguments)
      throws Throwable {
    @Nullable Object answer = next.call();
    if (method.getName().equals("announce")) {
      stop.at(Step.BEFORE_SETTLE_COMMIT);
    }
    return answer;
  }

  private @Nullable Object signer(Next next, Method method, @Nullable Object[] arguments)
      throws Throwable {
    @Nullable Object answer = next.call();
    if (method.getName().equals("sign")) {
      stop.at(Step.SEALING, "-");
    }
    return answer;
  }

  private @Nullable Object seals(Next next, Method method, @Nullable Object[] arguments)
      throws Throwable {
    @Nullable Object answer = next.call();
    if (method.getName().equals("seal")) {
      stop.at(Step.AFTER_SEALING, "-");
    }
    return answer;
  }

  static <T> void wrap(Handmade parts, Class<T> port, Watching watching) {
    T real = parts.get(port);
    InvocationHandler handler =
        (_, method, arguments) -> {
          @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
          return watching.call(() -> invoke(method, real, given), method, given);
        };
    parts.add(
        port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler)));
  }

  private static @Nullable Object invoke(Method method, Object target, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /// What the real port does.
  interface Next {
    @Nullable Object call() throws Throwable;
  }

  /// What is done around it.
  interface Watching {
    @Nullable Object call(Next next, Method method, @Nullable Object[] arguments) throws Throwable;
  }
}
