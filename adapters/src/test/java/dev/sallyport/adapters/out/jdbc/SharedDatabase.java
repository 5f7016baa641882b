package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.adapters.testbed.Postgres;
import java.time.InstantSource;

/// One migrated database of each kind for all tests of a build that use ids of their own.
final class SharedDatabase {
  private static final int POOL = 8;

  private SharedDatabase() {}

  static Database h2() {
    return OnH2.DATABASE;
  }

  static Database postgres() {
    return OnPostgres.DATABASE;
  }

  private static final class OnH2 {
    static final Database DATABASE =
        new Database(
            new DatabaseSettings("jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1", "", null, POOL),
            InstantSource.system());
  }

  private static final class OnPostgres {
    static final Database DATABASE =
        new Database(
            new DatabaseSettings(Postgres.freshDatabase(), Postgres.user(), null, POOL),
            InstantSource.system());
  }
}
