package dev.sallyport.adapters.out.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Connections of the embedded database. Whoever writes has it alone until his connection is
/// closed; whoever only reads waits for nobody.
///
/// A commit puts what every table holds at that moment into the file, one table after the other.
/// What another transaction changes meanwhile gets there in part, and after a crash that part
/// counts as committed. So no other transaction may have begun to change anything.
final class OneWriter implements Transactions.Source {
  private final Transactions.Source source;
  private final Duration patience;
  // fair, or one could wait while others come and go
  private final ReentrantLock turn = new ReentrantLock(true);

  OneWriter(Transactions.Source source, Duration patience) {
    this.source = source;
    this.patience = patience;
  }

  @Override
  public Connection connection() throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            OneWriter.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Lent(source.connection()));
  }

  private void take() throws SQLException {
    try {
      if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SQLTransientException("others write without end", Reasons.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("interrupted while others write", Reasons.BUSY, e);
    }
  }

  /// What is not known to change nothing counts as writing.
  private static boolean onlyReads(Object statement) {
    String sql = statement.toString().toLowerCase(Locale.ROOT);
    return sql.startsWith("select ") && !sql.contains(" for update");
  }

  private final class Lent implements InvocationHandler {
    private final Connection connection;
    private boolean writes;

    Lent(Connection connection) {
      this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "prepareStatement", "prepareCall", "createStatement" -> beforeStatement(arguments);
        case "close" -> {
          close();
          return null;
        }
        default -> {}
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    }

    private void beforeStatement(Object @Nullable [] arguments) throws SQLException {
      boolean reads = arguments != null && onlyReads(arguments[0]);
      if (!reads && !writes) {
        take();
        writes = true;
      }
    }

    // what was neither kept nor undone is undone now, and only then is it another's turn
    private void close() throws SQLException {
      try {
        connection.close();
      } finally {
        if (writes) {
          writes = false;
          turn.unlock();
        }
      }
    }
  }
}
