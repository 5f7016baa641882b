package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.port.out.Filings.HERE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The embedded database, which one writes at a time,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OneWriterTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  /// The more there are, the longer a commit looks at one after the other.
  private static final int TABLES = 40;

  private static final int WRITERS = 4;
  private static final int EACH = 50;
  private static final int BETWEEN_COPIES_MILLIS = 5;

  @TempDir Path folder;
  private String address;
  // a database of which no connection is left is closed
  private Connection last;

  @BeforeEach
  void makeTables() throws SQLException {
    address = H2.address("jdbc:h2:file:" + folder.resolve("db"));
    last = DriverManager.getConnection(address);
    try (var statement = last.createStatement()) {
      for (int table = 0; table < TABLES; table++) {
        statement.execute("create table t%d (id int primary key)".formatted(table));
      }
    }
  }

  @AfterEach
  void close() throws SQLException {
    last.close();
  }

  /// What is in the file at any moment is what would be left if that moment were the last.
  @RepeatedTest(5)
  void has_every_unit_whole_or_not_at_all_in_its_file() throws Exception {
    Transactions transactions = transactions(LONG);
    var half = new CountDownLatch(1);
    var copied = new CountDownLatch(1);
    var ended = new CountDownLatch(WRITERS);
    List<Path> copies = new ArrayList<>();
    try (var threads = Executors.newCachedThreadPool()) {
      List<Future<?>> all = new ArrayList<>();
      all.add(threads.submit(() -> readInVain(transactions, ended)));
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer * EACH;
        Runnable atHalf =
            () -> {
              half.countDown();
              await(copied);
            };
        all.add(threads.submit(() -> write(transactions, first, atHalf, ended)));
      }
      half.await();
      copies.add(copy(0));
      copied.countDown();
      while (!ended.await(BETWEEN_COPIES_MILLIS, TimeUnit.MILLISECONDS)) {
        copies.add(copy(copies.size()));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    for (Path copy : copies) {
      assertThat(tornUnits(copy)).isEmpty();
    }
    assertThat(idsIn(copies.getFirst())).hasSizeBetween(EACH / 2, WRITERS * EACH - 1);
    assertThat(idsIn(folder.resolve("db"))).hasSize(WRITERS * EACH);
  }

  @Test
  void has_its_file_left_alone_by_who_only_reads_and_gives_up() throws Exception {
    Transactions transactions = transactions(Duration.ofMillis(1));

    whileWritten(
        transactions,
        () -> {
          byte[] before = Files.readAllBytes(file());

          assertThatIllegalStateException().isThrownBy(() -> readAndFail(transactions));
          transactions.unit(
              HERE, () -> new Ending.Undo<>(transactions.inTenant(HERE, OneWriterTest::read)));
          assertThatExceptionOfType(Unavailable.class)
              .isThrownBy(() -> transactions.inSystem(it -> read(it) + insert(it, 2)));

          assertThat(file()).hasBinaryContent(before);
          return null;
        });
  }

  /// What is kept beside the tables, a thread clears away that takes no turns.
  @Test
  void has_long_values_in_its_rows_and_nothing_beside_them() throws Exception {
    String words = "a".repeat(1 << 20);
    Transactions transactions = transactions(LONG);
    transactions.inSystem(it -> {
      Sql.update(it, "create table long_values (words text, bytes longblob)");
      return Sql.update(it, "insert into long_values values (?, ?)", words, words.getBytes(UTF_8));
    });
    transactions.inSystem(
        it -> Sql.update(it, "update long_values set bytes = ?", (words + words).getBytes(UTF_8)));
    List<Integer> read =
        transactions.inSystem(it ->
            Sql.list(
                it,
                "select words, bytes from long_values",
                row -> row.getString("words").length() + row.getBytes("bytes").length));
    assertThat(read).containsExactly(3 * words.length());
    last.close();

    assertThat(entriesOf("lobData")).isZero();
    assertThat(entriesOf("lobMap")).isZero();
  }

  @Test
  void is_read_while_it_is_written() throws Exception {
    Transactions transactions = transactions(LONG);

    List<Integer> read =
        whileWritten(
            transactions,
            () -> transactions.inSystem(it -> Sql.list(it, "select id from t0", row -> 0)));

    assertThat(read).isEmpty();
    assertThat(idsIn(folder.resolve("db"))).hasSize(1);
  }

  @Test
  void has_whoever_waits_for_too_long_told_that_it_is_away() throws Exception {
    Transactions transactions = transactions(Duration.ofMillis(1));

    whileWritten(
        transactions,
        () -> {
          assertThatExceptionOfType(Unavailable.class)
              .isThrownBy(() -> insert(transactions, 2))
              .satisfies(away ->
                  assertThat(Reasons.of(away)).isEqualTo("others wrote to it for too long"));
          return null;
        });

    insert(transactions, 3);
    assertThat(idsIn(folder.resolve("db"))).containsExactly(1, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "select id from t0, true",
    "SELECT id FROM t0, true",
    "'select\nid from before_update', true",
    "select id from t0 for update, false",
    "SELECT id FROM t0 FOR UPDATE, false",
    "'select id from t0 for\nupdate', false",
    "select id from t0 for share, false",
    "select id from final table (insert into t0 values (1)), false",
    "select id from new table (insert into t0 values (1)), false",
    "select id from old table (delete from t0), false",
    "select nextval('s'), false",
    "select next value for s, false",
    "selected, false",
    "select 1; delete from t0, false",
    "select id from t0 for/**/update, false",
    "with it as (select 1) select 1 from it, false",
    "insert into t0 select id from t1, false",
    "call next(), false"
  })
  void takes_for_reading_only_what_changes_nothing(String sql, boolean reads) {
    assertThat(OneWriter.onlyReads(sql)).isEqualTo(reads);
  }

  @Test
  void waits_for_whoever_locks_rows_to_change_them() throws Exception {
    Transactions transactions = transactions(Duration.ofMillis(1));

    whileWritten(
        transactions,
        () -> {
          assertThatExceptionOfType(Unavailable.class)
              .isThrownBy(() ->
                  transactions.inSystem(
                      it -> Sql.list(it, "select id from t1 for update", row -> 0)));
          return null;
        });
  }

  @Test
  void goes_on_after_a_unit_that_failed() throws Exception {
    Transactions transactions = transactions(Duration.ofMillis(1));

    assertThatIllegalStateException()
        .isThrownBy(() ->
            transactions.inSystem(it -> {
              insert(it, 1);
              throw new IllegalStateException("no");
            }));

    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      thread.submit(() -> insert(transactions, 2)).get();
    }
    assertThat(idsIn(folder.resolve("db"))).containsExactly(2);
  }

  @Test
  void lets_whoever_waits_be_interrupted() throws Exception {
    Transactions transactions = transactions(LONG);
    var waiting = new FutureTask<>(() -> insert(transactions, 2));
    Thread waiter = Thread.ofPlatform().unstarted(waiting);

    whileWritten(
        transactions,
        () -> {
          waiter.start();
          while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          waiter.interrupt();
          assertThatExceptionOfType(ExecutionException.class)
              .isThrownBy(waiting::get)
              .havingCause()
              .satisfies(it -> assertThat(Reasons.of(it)).contains("SQLSTATE 57014"));
          return null;
        });
  }

  private Transactions transactions(Duration patience) {
    return new Transactions(
        new OneWriter(() -> DriverManager.getConnection(address), patience),
        Roles.NONE,
        new Outages(InstantSource.system()));
  }

  /// Does something while another thread has a unit open that has written the number one.
  private static <T> T whileWritten(Transactions transactions, Callable<T> work) throws Exception {
    var written = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> writer =
          thread.submit(() ->
              transactions.inSystem(it -> {
                int inserted = insert(it, 1);
                written.countDown();
                await(done);
                return inserted;
              }));
      written.await();
      try {
        return work.call();
      } finally {
        done.countDown();
        assertThat(writer.get()).isOne();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(
      Transactions transactions, int first, Runnable atHalf, CountDownLatch ended) {
    try {
      for (int each = 0; each < EACH; each++) {
        int id = first + each;
        transactions.inSystem(connection -> insertEverywhere(connection, id));
        if (each == EACH / 2) {
          atHalf.run();
        }
      }
    } finally {
      ended.countDown();
    }
  }

  private static void readInVain(Transactions transactions, CountDownLatch ended) {
    while (ended.getCount() > 0) {
      assertThatIllegalStateException().isThrownBy(() -> readAndFail(transactions));
    }
  }

  private static int readAndFail(Transactions transactions) {
    return transactions.inSystem(connection -> {
      throw new IllegalStateException("not " + read(connection));
    });
  }

  private static int read(Connection connection) throws SQLException {
    return Sql.list(connection, "select id from t0", row -> row.getInt("id")).size();
  }

  private static int insertEverywhere(Connection connection, int id) throws SQLException {
    for (int table = 0; table < TABLES; table++) {
      Sql.update(connection, "insert into t%d (id) values (?)".formatted(table), id);
    }
    return id;
  }

  private static int insert(Transactions transactions, int id) {
    return transactions.inSystem(it -> insert(it, id));
  }

  private static int insert(Connection connection, int id) throws SQLException {
    return Sql.update(connection, "insert into t0 (id) values (?)", id);
  }

  /// From the file itself, below any table.
  private long entriesOf(String map) throws ReflectiveOperationException {
    Class<?> store = Class.forName("org.h2.mvstore.MVStore");
    Object open = store.getMethod("open", String.class).invoke(null, file().toString());
    try {
      Object entries = store.getMethod("openMap", String.class).invoke(open, map);
      return ((Map<?, ?>) entries).size();
    } finally {
      store.getMethod("close").invoke(open);
    }
  }

  private Path file() {
    return folder.resolve("db.mv.db");
  }

  private Path copy(int number) throws IOException {
    Path copy = folder.resolve("copy" + number);
    Files.copy(file(), folder.resolve("copy" + number + ".mv.db"));
    return copy;
  }

  private static List<Integer> tornUnits(Path copy) throws SQLException {
    String everywhere =
        IntStream.range(0, TABLES)
            .mapToObj("select id from t%d"::formatted)
            .collect(joining(" union all "));
    return ids(
        H2.address("jdbc:h2:file:" + copy),
        "select id from (%s) as found group by id having count(*) < %d"
            .formatted(everywhere, TABLES));
  }

  private static List<Integer> idsIn(Path database) throws SQLException {
    return ids(H2.address("jdbc:h2:file:" + database), "select id from t0 order by id");
  }

  private static List<Integer> ids(String address, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(address)) {
      return Sql.list(connection, sql, row -> row.getInt("id"));
    }
  }
}
