package dev.sallyport.adapters.out.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A database whose statements have forgotten whose rows they want: each condition on the
/// organization holds for every row. What is still kept apart, the database keeps apart by itself.
class Unscoped extends Database {
  private static final Pattern SCOPE = Pattern.compile("(?:\\w+\\.)?\"?organization_id\"? = \\?");

  private final AtomicInteger rewritten = new AtomicInteger();

  Unscoped(DatabaseSettings settings) {
    super(settings, InstantSource.system());
  }

  /// How many statements were changed.
  int rewritten() {
    return rewritten.get();
  }

  @Override
  Connection connection() throws SQLException {
    Connection real = super.connection();
    return (Connection)
        Proxy.newProxyInstance(
            Unscoped.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                arguments[0] = forgetful((String) arguments[0]);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  // the parameter stays, so that every other keeps its place
  private String forgetful(String sql) {
    var scope = SCOPE.matcher(sql);
    if (!scope.find()) {
      return sql;
    }
    rewritten.incrementAndGet();
    return scope.replaceAll("cast(? as varchar) is not null");
  }
}
