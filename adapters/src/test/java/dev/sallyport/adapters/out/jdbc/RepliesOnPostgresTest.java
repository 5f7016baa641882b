package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.sample.AGrant.aGrant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemoryGrants;
import dev.sallyport.application.fake.InMemoryPeppers;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.fake.RecordingAlarms;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.post.Envelopes;
import dev.sallyport.application.post.PostOffice;
import dev.sallyport.application.post.Rights;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.application.usecase.AwaitReplyService;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A reply that reaches another instance of one PostgreSQL")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RepliesOnPostgresTest {
  @RegisterExtension final Databases databases = new Databases();

  private final InstantSource clock = InstantSource.system();
  private final InMemoryPeppers peppers = new InMemoryPeppers();
  private final InMemoryVault vault = new InMemoryVault();
  private final InMemoryPersonKeys keys = new InMemoryPersonKeys(vault);
  private final InMemoryGrants grants = new InMemoryGrants();
  private final CountingRandomness randomness = new CountingRandomness();
  private final Deque<Runnable> open = new ArrayDeque<>();
  private final Database database = databases.postgres();
  private final Caller caller =
      new Caller(Fresh.scope(), Fresh.grant(), Fresh.person(), ClientId.PAGES, Scopes.NONE);
  private final BlockingQueue<Optional<String>> told = new LinkedBlockingQueue<>();

  @BeforeEach
  void allows() {
    Instant now = clock.instant();
    grants.give(
        caller.scope(),
        aGrant()
            .named(caller.grant())
            .in(caller.scope())
            .by(caller.person())
            .lasting(now, now.plus(Duration.ofDays(1)))
            .grant());
  }

  @AfterEach
  void close() {
    open.forEach(Runnable::run);
  }

  @Test
  void is_told_to_who_waits_for_it() throws Exception {
    AwaitReply here = instance("one");
    AwaitReply there = instance("another");
    String name =
        here.expect(
                caller,
                clock.instant().plus(Duration.ofMinutes(1)),
                it -> told.add(Optional.ofNullable(it)))
            .orElseThrow();
    there.reply(caller, name, "{\"result\":{\"action\":\"accept\"}}");

    assertThat(told.take()).contains("{\"result\":{\"action\":\"accept\"}}");
    assertThat(letters()).isZero();
  }

  @Test
  void is_told_to_nobody_but_who_waits_for_it() throws Exception {
    AwaitReply here = instance("one");
    AwaitReply there = instance("another");
    Instant until = clock.instant().plus(Duration.ofMinutes(1));
    BlockingQueue<Optional<String>> other = new LinkedBlockingQueue<>();
    String first =
        here.expect(caller, until, it -> told.add(Optional.ofNullable(it))).orElseThrow();
    String second =
        here.expect(caller, until, it -> other.add(Optional.ofNullable(it))).orElseThrow();
    there.reply(caller, second, "second");
    assertThat(other.take()).contains("second");
    there.reply(caller, first, "first");

    assertThat(told.take()).contains("first");
    assertThat(told).isEmpty();
    assertThat(other).isEmpty();
  }

  private AwaitReply instance(String node) {
    var changes = new JdbcChanges(database, randomness, clock);
    changes.listen();
    open.push(changes::stop);
    var office =
        new PostOffice(
            peppers,
            randomness,
            new JdbcMailbox(database),
            new Envelopes(keys, vault),
            new Rights(grants, changes, new RecordingAlarms()),
            changes,
            new JdbcUnitOfWork(database),
            new RecordingAlarms(),
            clock,
            node);
    office.start();
    open.push(office::close);
    return new AwaitReplyService(office);
  }

  private long letters() throws Exception {
    try (var connection = database.connection()) {
      return Sql.first(connection, "select count(*) from letters", row -> row.getLong(1))
          .orElseThrow();
    }
  }
}
