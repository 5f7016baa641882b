package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.adapters.testbed.Postgres;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Empty databases for one test, closed behind it.
final class Databases implements AfterEachCallback {
  private static final int POOL = 4;

  private final Deque<Database> open = new ArrayDeque<>();

  Database h2(Path folder) {
    return open("jdbc:h2:file:" + folder.resolve("db"), null);
  }

  Database postgres() {
    return open(Postgres.freshDatabase(), Postgres.user());
  }

  Database open(String url, @Nullable String username) {
    var database = new Database(new DatabaseSettings(url, username, null, POOL));
    open.push(database);
    return database;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(Database::close);
  }
}
