package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.tenancy.TenantScope;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One transaction under way on one thread. Once a step of it failed or was undone it is doomed: it
/// cannot be kept any more, whatever the work around that step makes of it.
final class Transaction {
  private final Connection connection;
  private final Roles roles;
  // absent in a transaction that belongs to no organization
  private final @Nullable TenantScope scope;
  private final Map<Object, LastStep> endings = new LinkedHashMap<>();
  private boolean asSystem;
  private @Nullable RuntimeException doom;

  Transaction(Connection connection, Roles roles, @Nullable TenantScope scope) {
    this.connection = connection;
    this.roles = roles;
    this.scope = scope;
    this.asSystem = scope == null;
  }

  Connection connection() {
    return connection;
  }

  void begin() throws SQLException {
    connection.setAutoCommit(false);
    become(asSystem);
  }

  /// A transaction touches one organization: what asks for another is a bug, and stops here.
  void mustBeOf(TenantScope asked) {
    if (!asked.equals(scope)) {
      throw new IllegalStateException("a unit of one organization cannot do the work of another");
    }
  }

  /// A step as the organization, or as nobody's in a transaction that belongs to none.
  <T> T step(Work<T> work) {
    return stepAs(scope == null, work);
  }

  <T> T systemStep(Work<T> work) {
    return stepAs(true, work);
  }

  // steps may lie within steps, and the outer one goes on as whom it began
  private <T> T stepAs(boolean system, Work<T> work) {
    return system == asSystem
        ? answered(work)
        : answered(it -> {
          become(system);
          T answer = work.on(it);
          become(!system);
          return answer;
        });
  }

  private <T> T answered(Work<T> work) {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw doomed(Failures.of(e));
    } catch (DataAccessException e) {
      throw doomed(Failures.of(e.getCause() == null ? e : e.getCause()));
    }
  }

  <E extends RuntimeException> E doomed(E because) {
    if (doom == null) {
      doom = because;
    }
    return because;
  }

  /// Has a step run as the last one, and something done once it is kept. Of several that are the
  /// same, one is.
  void lastly(Object same, Consumer<Transaction> step, Runnable afterwards) {
    endings.putIfAbsent(same, new LastStep(step, afterwards));
  }

  void keep() throws SQLException {
    if (doom != null) {
      throw doom;
    }
    endings.values().forEach(ending -> ending.step().accept(this));
    connection.commit();
    endings.values().forEach(ending -> ending.afterwards().run());
  }

  void undo() throws SQLException {
    connection.rollback();
  }

  private void become(boolean system) throws SQLException {
    if (system || scope == null) {
      roles.becomeSystem(connection);
    } else {
      roles.becomeTenant(connection, scope);
    }
    asSystem = system;
  }

  private record LastStep(Consumer<Transaction> step, Runnable afterwards) {}
}
