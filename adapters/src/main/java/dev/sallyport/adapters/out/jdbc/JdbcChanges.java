package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.adapters.kit.log.LastingTrouble;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes as rows of a log that every instance reads a few times a second.
///
/// A row is written as the last statement of its unit, so that it is committed soon after it got
/// its number. The instance that wrote it counts it as soon as it is committed, and passes it over
/// when it reads it. Whether a commit that was cut off took place, only the log knows: such a row
/// counts when it is read.
@Singleton
final class JdbcChanges implements Changes {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcChanges.class);
  private static final long LOOK_MILLIS = 250;
  private static final int LOOKS_PER_PRUNING = 240;
  private static final int LOOK_BACK = 1_000;

  /// Half of the time for which rows are kept.
  private static final Duration LONG_SILENCE = Duration.ofMinutes(5);

  private static final Set<String> SUBJECTS =
      Stream.of(Subject.values()).map(Subject::name).collect(Collectors.toUnmodifiableSet());
  private static final String ADD =
      "insert into change_log (organization_id, subject, at, mark)"
          + " values (?, ?, current_timestamp, ?)";
  private static final String ALL = "all";
  private static final String LAST = "select coalesce(max(number), 0) as number from change_log";
  private static final String NEWS =
      "select number, organization_id, subject, mark from change_log where number > ?"
          + " order by number";
  // by the clock of the database: that of one instance must not hide news from another
  private static final String PRUNE =
      "delete from change_log where at < current_timestamp - interval '10' minute";

  private final Database database;
  private final Hearing hearing;
  private final Stamps stamps = new Stamps();
  private final Marks marks;
  private final ScheduledExecutorService listener =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("changes").factory());
  private final LastingTrouble trouble = new LastingTrouble(LOG, "The change log is read again");
  private @Nullable Heard heard;
  private int looks;

  JdbcChanges(Database database, Randomness randomness, InstantSource clock) {
    this.database = database;
    this.marks = new Marks(randomness);
    this.hearing = new Hearing(clock);
  }

  @Override
  public void announce(TenantScope scope, Subject subject) {
    OrganizationId organization = scope.organization();
    String mark = marks.next();
    database.lastInTenant(
        scope,
        new Announcement(Optional.of(organization), subject.name()),
        connection -> Sql.update(connection, ADD, organization.value(), subject, mark),
        () -> marks.once(mark, () -> stamps.change(organization, subject)));
  }

  @Override
  public void announceToAll(Subject subject) {
    String mark = marks.next();
    database.lastInSystem(
        new Announcement(Optional.empty(), subject.name()),
        connection -> Sql.update(connection, ADD, ALL, subject, mark),
        () -> marks.once(mark, () -> stamps.changeAll(subject)));
  }

  @Override
  public long stamp(OrganizationId organization, Subject subject) {
    hearing.mustBeFresh();
    return stamps.of(organization, subject);
  }

  @PostConstruct
  void listen() {
    var _ =
        listener.scheduleWithFixedDelay(
            this::lookIfPossible, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    // lets a look end: interrupted in the middle, it could close the file of the database
    listener.close();
  }

  /// Hears what was announced since the last time.
  synchronized void look() {
    long begunAt = hearing.begin();
    if (hearing.wasSilentFor(LONG_SILENCE, begunAt)) {
      // rows may have come and gone meanwhile
      changeEverything();
    }
    Heard before = heard;
    Heard now = before == null ? new Heard(floorAtFirst()) : before;
    List<Row> rows = database.inSystem(connection -> above(connection, now.floor()));
    now.beginLook();
    rows.stream().filter(row -> now.isNews(row.number())).forEach(this::tell);
    now.endLook();
    heard = now;
    hearing.heard(begunAt);
    pruneNowAndThen();
  }

  void lookIfPossible() {
    try {
      look();
      trouble.over();
    } catch (Unavailable _) {
      // is told to whoever asks for a stamp, and by the readiness of the database
    } catch (RuntimeException bug) {
      // thrown on, it would end the looking for good
      trouble.bug("The change log could not be read", bug);
    }
  }

  private void tell(Row row) {
    String mark = row.mark();
    if (mark != null && marks.isOurs(mark)) {
      marks.once(mark, () -> tell(row.what()));
    } else {
      tell(row.what());
    }
  }

  private void tell(Announcement news) {
    for (Subject subject : Subject.values()) {
      // a newer version of this house may know of more that can change: then it may be anything
      if (subject.name().equals(news.subject()) || !SUBJECTS.contains(news.subject())) {
        news.organization()
            .ifPresentOrElse(
                organization -> stamps.change(organization, subject),
                () -> stamps.changeAll(subject));
      }
    }
  }

  private void changeEverything() {
    for (Subject subject : Subject.values()) {
      stamps.changeAll(subject);
    }
  }

  /// Some way below the last number: what is being committed just now may have a lower one.
  private long floorAtFirst() {
    return database
        .inSystem(connection -> Sql.first(connection, LAST, row -> row.getLong("number")))
        .map(last -> Math.max(0, last - LOOK_BACK))
        .orElse(0L);
  }

  private void pruneNowAndThen() {
    if (++looks % LOOKS_PER_PRUNING == 0) {
      prune();
    }
  }

  int prune() {
    return database.inSystem(connection -> Sql.update(connection, PRUNE));
  }

  private static List<Row> above(Connection connection, long floor) throws SQLException {
    return Sql.list(connection, NEWS, JdbcChanges::row, floor);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        new Announcement(
            Optional.of(row.getString("organization_id"))
                .filter(name -> !name.equals(ALL))
                .map(OrganizationId::new),
            row.getString("subject")),
        row.getString("mark"));
  }

  private record Announcement(Optional<OrganizationId> organization, String subject) {}

  private record Row(long number, Announcement what, @Nullable String mark) {}
}
