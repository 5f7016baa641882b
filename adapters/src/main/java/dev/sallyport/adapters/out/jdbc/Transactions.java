package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// Transactions that are bound to the thread on which they run, so that every store on it joins.
final class Transactions {
  private static final int ATTEMPTS = 3;

  /// Serialization failure, deadlock, unique violation, lock timeout. Another transaction was first
  /// and this one was rolled back; it is nothing but statements, so it may be run again.
  private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "23505", "HYT00");

  private final ScopedValue<Transaction> current = ScopedValue.newInstance();
  private final Source source;
  private final Roles roles;
  private final Outages outages;

  Transactions(Source source, Roles roles, Outages outages) {
    this.source = source;
    this.roles = roles;
    this.outages = outages;
  }

  <T> T inTenant(TenantScope scope, Work<T> work) {
    if (current.isBound()) {
      current.get().mustBeOf(scope);
      return current.get().step(work);
    }
    return begun(scope, it -> new Ending.Keep<>(it.step(work)));
  }

  <T> T inSystem(Work<T> work) {
    return current.isBound()
        ? current.get().systemStep(work)
        : begun(null, it -> new Ending.Keep<>(it.step(work)));
  }

  <T> T unit(TenantScope scope, Supplier<Ending<T>> work) {
    return current.isBound() ? joined(scope, work) : begun(scope, _ -> work.get());
  }

  void lastInTenant(TenantScope scope, Object same, Work<?> work, Runnable afterwards) {
    if (current.isBound()) {
      current.get().mustBeOf(scope);
      current.get().lastly(same, it -> it.step(work), afterwards);
    } else {
      inTenant(scope, work);
      afterwards.run();
    }
  }

  void lastInSystem(Object same, Work<?> work, Runnable afterwards) {
    if (current.isBound()) {
      current.get().lastly(same, it -> it.systemStep(work), afterwards);
    } else {
      inSystem(work);
      afterwards.run();
    }
  }

  /// The connection that a unit on this thread runs on.
  Optional<Connection> connection() {
    return current.isBound() ? Optional.of(current.get().connection()) : Optional.empty();
  }

  private <T> T joined(TenantScope scope, Supplier<Ending<T>> work) {
    Transaction outer = current.get();
    outer.mustBeOf(scope);
    try {
      Ending<T> ending = work.get();
      if (ending instanceof Ending.Undo<T>) {
        outer.doomed(
            new IllegalStateException("a step of this unit was undone, and so must it be"));
      }
      return ending.answer();
    } catch (RuntimeException e) {
      throw outer.doomed(e);
    }
  }

  private <T> T begun(@Nullable TenantScope scope, Function<Transaction, Ending<T>> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempted(scope, work);
      } catch (Unavailable e) {
        if (attempt == ATTEMPTS || !lostARace(e)) {
          throw told(Failures.inTheEnd(e));
        }
      }
    }
  }

  private RuntimeException told(RuntimeException end) {
    if (end instanceof Unavailable away) {
      outages.tell(away);
    }
    return end;
  }

  private <T> T attempted(@Nullable TenantScope scope, Function<Transaction, Ending<T>> work) {
    // what is neither kept nor undone, because something was thrown, is undone as it is closed
    try (Connection connection = source.connection()) {
      var transaction = new Transaction(connection, roles, scope);
      transaction.begin();
      Ending<T> ending =
          ScopedValue.where(current, transaction).call(() -> work.apply(transaction));
      switch (ending) {
        case Ending.Keep<T> _ -> transaction.keep();
        case Ending.Undo<T> _ -> transaction.undo();
      }
      return ending.answer();
    } catch (SQLException | FlywayException e) {
      throw Failures.of(e);
    }
  }

  private static boolean lostARace(Unavailable failure) {
    return failure.getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && LOST_RACES.contains(sql.getSQLState());
  }

  /// Where connections come from.
  @FunctionalInterface
  interface Source {
    Connection connection() throws SQLException;
  }
}
