package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.port.out.Changes.Subject.CONTENT;
import static dev.sallyport.application.port.out.Changes.Subject.ENTITLEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.testbed.Lines;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.ChangesContract;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What changes must do besides where they travel through the log of a database.
abstract class JdbcChangesContract extends ChangesContract {
  private static final OrganizationId ONE = new OrganizationId("0000000000000000000000000000000c");
  private static final OrganizationId TWO = new OrganizationId("0000000000000000000000000000000d");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final CountingRandomness randomness = new CountingRandomness();
  private Database database;
  private JdbcChanges here;
  private JdbcChanges elsewhere;

  protected abstract Database open();

  @BeforeEach
  void listenFromTheStart() {
    database = open();
    here = new JdbcChanges(database, randomness, clock);
    elsewhere = new JdbcChanges(database, randomness, clock);
    listen();
  }

  @Override
  protected Changes changes() {
    return here;
  }

  @Override
  protected Changes elsewhere() {
    return elsewhere;
  }

  @Override
  protected UnitOfWork units() {
    return new JdbcUnitOfWork(database);
  }

  @Override
  protected void listen() {
    here.look();
    elsewhere.look();
  }

  @Override
  protected void silence() {
    clock.passes(Duration.ofMillis(1_001));
  }

  @Test
  void before_the_first_look_nobody_knows() {
    var late = new JdbcChanges(database, randomness, clock);

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> late.stamp(ONE, CONTENT));
  }

  @Test
  void a_number_that_is_committed_after_a_higher_one_is_heard() throws SQLException {
    long one = elsewhere.stamp(ONE, CONTENT);
    long two = elsewhere.stamp(TWO, CONTENT);
    try (Connection slow = database.connection()) {
      slow.setAutoCommit(false);
      insert(slow, ONE);
      here.announce(new TenantScope(TWO), CONTENT);
      elsewhere.look();
      assertThat(elsewhere.stamp(TWO, CONTENT)).isNotEqualTo(two);
      assertThat(elsewhere.stamp(ONE, CONTENT)).isEqualTo(one);
      slow.commit();
    }
    elsewhere.look();

    assertThat(elsewhere.stamp(ONE, CONTENT)).isNotEqualTo(one);
  }

  @Test
  void an_instance_that_starts_hears_what_got_its_number_before_that_and_was_committed_later()
      throws SQLException {
    var late = new JdbcChanges(database, randomness, clock);
    long one;
    try (Connection slow = database.connection()) {
      slow.setAutoCommit(false);
      insert(slow, ONE);
      here.announce(new TenantScope(TWO), CONTENT);
      late.look();
      one = late.stamp(ONE, CONTENT);
      slow.commit();
    }
    late.look();

    assertThat(late.stamp(ONE, CONTENT)).isNotEqualTo(one);
  }

  @Test
  void what_was_heard_is_not_heard_again() {
    here.announce(new TenantScope(ONE), CONTENT);
    elsewhere.look();
    long heard = elsewhere.stamp(ONE, CONTENT);
    elsewhere.look();

    assertThat(elsewhere.stamp(ONE, CONTENT)).isEqualTo(heard);
  }

  @Test
  void a_unit_that_announces_the_same_many_times_writes_one_row() throws SQLException {
    units()
        .run(
            new TenantScope(ONE),
            () -> {
              here.announce(new TenantScope(ONE), CONTENT);
              here.announce(new TenantScope(ONE), CONTENT);
              here.announce(new TenantScope(ONE), ENTITLEMENTS);
              return new Keep<>("kept");
            });

    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void a_clock_set_back_does_not_prolong_what_was_heard() {
    clock.passes(Duration.ofMillis(900));
    here.stamp(ONE, CONTENT);
    clock.passes(Duration.ofMillis(-500));

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> here.stamp(ONE, CONTENT));
    here.look();
    assertThat(here.stamp(ONE, CONTENT)).isNotNegative();
  }

  @Test
  void a_clock_set_ahead_ends_what_was_heard_until_the_next_look() {
    clock.passes(Duration.ofDays(1));
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> here.stamp(ONE, CONTENT));
    here.look();

    assertThat(here.stamp(ONE, CONTENT)).isNotNegative();
  }

  @Test
  void after_a_silence_in_which_rows_could_come_and_go_everything_may_have_changed() {
    long before = here.stamp(ONE, CONTENT);
    clock.passes(Duration.ofMinutes(5).plusMillis(1));
    here.look();

    assertThat(here.stamp(ONE, CONTENT)).isNotEqualTo(before);
  }

  @Test
  void what_a_newer_version_announces_may_be_anything() throws SQLException {
    long content = here.stamp(ONE, CONTENT);
    long entitlements = here.stamp(ONE, ENTITLEMENTS);
    try (Connection newer = database.connection()) {
      Sql.update(
          newer,
          "insert into change_log (organization_id, subject, at)"
              + " values (?, 'WEATHER', current_timestamp)",
          ONE.value());
    }
    here.look();

    assertThat(here.stamp(ONE, CONTENT)).isNotEqualTo(content);
    assertThat(here.stamp(ONE, ENTITLEMENTS)).isNotEqualTo(entitlements);
  }

  @Test
  void rows_that_everybody_heard_long_ago_are_pruned() throws SQLException {
    here.announce(new TenantScope(ONE), CONTENT);
    here.announce(new TenantScope(TWO), CONTENT);
    try (Connection connection = database.connection()) {
      Sql.update(
          connection,
          "update change_log set at = current_timestamp - interval '11' minute"
              + " where organization_id = ?",
          ONE.value());
    }

    assertThat(here.prune()).isOne();
    assertThat(rows()).isOne();
  }

  @Test
  void who_listens_hears_without_being_told_to_look() throws InterruptedException {
    var listening = new JdbcChanges(database, randomness, clock);
    listening.listen();
    try {
      here.announce(new TenantScope(ONE), CONTENT);
      while (!knows(listening)) {
        Thread.onSpinWait();
      }
    } finally {
      listening.stop();
    }

    assertThat(listening.stamp(ONE, CONTENT)).isPositive();
  }

  @Test
  void a_log_that_cannot_be_read_is_told_once_and_when_it_can_again() throws SQLException {
    try (var log = Lines.of(JdbcChanges.class)) {
      rename("change_log", "change_log_of_old");
      here.lookIfPossible();
      here.lookIfPossible();
      rename("change_log_of_old", "change_log");
      here.lookIfPossible();
      here.lookIfPossible();

      assertThat(log.told())
          .satisfiesExactly(
              told ->
                  assertThat(told)
                      .startsWith("ERROR The change log could not be read: the database"),
              told -> assertThat(told).isEqualTo("INFO The change log is read again"));
    }
  }

  private void rename(String table, String name) throws SQLException {
    try (Connection connection = database.connection()) {
      Sql.update(connection, "alter table %s rename to %s".formatted(table, name));
    }
  }

  private static boolean knows(Changes changes) {
    try {
      return changes.stamp(ONE, CONTENT) > 0;
    } catch (Unavailable _) {
      return false;
    }
  }

  private static void insert(Connection connection, OrganizationId organization)
      throws SQLException {
    Sql.update(
        connection,
        "insert into change_log (organization_id, subject, at)"
            + " values (?, 'CONTENT', current_timestamp)",
        organization.value());
  }

  private long rows() throws SQLException {
    try (Connection connection = database.connection()) {
      return Sql.first(
              connection, "select count(*) as rows_there from change_log", row -> row.getLong(1))
          .orElseThrow();
    }
  }
}
