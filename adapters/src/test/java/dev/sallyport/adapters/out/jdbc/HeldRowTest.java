package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Whoever waits for a row in H2 spins once its holder has met a duplicate, and a virtual thread
/// that spins keeps its carrier. Here as many spin as two processors have carriers; the tests are
/// given more by the build, as a house gives itself.
@DisplayName("A row that is held on H2")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HeldRowTest {
  private static final List<String> ROWS = List.of("one", "two");

  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;
  private final CountDownLatch held = new CountDownLatch(ROWS.size());
  private final CountDownLatch letGo = new CountDownLatch(1);

  @Test
  void is_let_go_however_many_wait() throws Exception {
    Database database = databases.h2(folder);
    for (String row : ROWS) {
      database.inSystem(connection -> insert(connection, row));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> holders = each(threads, row -> database.inSystem(it -> hold(it, row)));
      held.await();
      List<Future<Integer>> waiters =
          each(threads, row -> database.inSystem(it -> change(it, row)));
      awaitWaiters();
      letGo.countDown();

      for (Future<Integer> change : Stream.concat(holders.stream(), waiters.stream()).toList()) {
        assertThat(change.get()).isEqualTo(1);
      }
    }
  }

  private int hold(Connection connection, String row) throws SQLException {
    int changed = change(connection, row);
    insert(connection, row);
    held.countDown();
    try {
      letGo.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return changed;
  }

  private static List<Future<Integer>> each(ExecutorService threads, ToIntFunction<String> work) {
    return ROWS.stream().map(row -> threads.submit(() -> work.applyAsInt(row))).toList();
  }

  private static int insert(Connection connection, String row) throws SQLException {
    return Sql.update(
        connection,
        "insert into lease (job, holder, fence, until) values (?, 'me', 1, ?) on conflict do nothing",
        row,
        Instant.EPOCH);
  }

  private static int change(Connection connection, String row) throws SQLException {
    return Sql.update(connection, "update lease set fence = fence + 1 where job = ?", row);
  }

  /// From outside of the pool, all of whose connections are taken.
  private void awaitWaiters() throws SQLException {
    String address = H2.address("jdbc:h2:file:" + folder.resolve("db"));
    try (var connection = DriverManager.getConnection(address)) {
      long waiting = 0;
      while (waiting < ROWS.size()) {
        waiting =
            Sql.first(
                    connection,
                    "select count(*) as waiting from information_schema.sessions"
                        + " where executing_statement like 'update lease%'",
                    row -> row.getLong("waiting"))
                .orElseThrow();
      }
    }
  }
}
