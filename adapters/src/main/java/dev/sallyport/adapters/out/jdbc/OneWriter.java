package dev.sallyport.adapters.out.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Connections of the embedded database. From the first statement that is not a plain `select`, one
/// has it to write in alone, up to the close of the connection; that has to be on the same thread.
/// Who only reads waits for no turn.
///
/// A commit of changes puts what every table holds at that moment into the file, one table after
/// the other, and so does a rollback, even of what changed nothing. What another transaction
/// changes meanwhile gets there in part, and after a crash that part counts as committed. So no
/// other transaction may have begun to change anything, and who only read ends with a commit, which
/// then stores nothing.
final class OneWriter implements Transactions.Source {
  private static final Pattern READ = Pattern.compile("select\\s", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGE_IN_READ =
      Pattern.compile(
          "\\bfor\\s+(update|share)\\b|\\b(final|new|old)\\s+table\\b|\\bnextval\\b|\\bnext\\s+value\\b|;|/\\*|--",
          Pattern.CASE_INSENSITIVE);

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
      throw new SQLTransientException("interrupted while others write", Reasons.GIVEN_UP, e);
    }
  }

  /// What is not known to change nothing counts as writing.
  static boolean onlyReads(String sql) {
    return READ.matcher(sql).lookingAt() && !CHANGE_IN_READ.matcher(sql).find();
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
      if (method.getName().equals("close")) {
        close();
        return null;
      }
      if (method.getName().equals("rollback") && arguments == null && !writes) {
        connection.commit();
        return null;
      }
      Object answer = answer(method, arguments);
      if (answer instanceof Statement && !isRead(arguments)) {
        write();
      }
      return answer;
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    }

    private static boolean isRead(Object @Nullable [] arguments) {
      return arguments != null && arguments[0] instanceof String sql && onlyReads(sql);
    }

    private void write() throws SQLException {
      if (!writes) {
        take();
        writes = true;
      }
    }

    // what was written and neither kept nor undone is undone now, by the pool, which also sets the
    // connection to commit by itself again; only then is it another's turn
    private void close() throws SQLException {
      try (connection) {
        if (!writes && !connection.isClosed() && !connection.getAutoCommit()) {
          connection.commit();
        }
      } finally {
        if (writes) {
          writes = false;
          turn.unlock();
        }
      }
    }
  }
}
