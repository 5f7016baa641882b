package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.port.in.AwaitReply.Passing;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.post.PostOffice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@DisplayName("Who waits for a reply")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class AwaitReplyServiceTest {
  private static final int MOST = 32;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant UNTIL = PostBench.NOW.plus(PATIENCE);

  private final PostBench bench = new PostBench();
  private final PostOffice office = bench.office("one");
  private final PostOffice elsewhere = bench.office("another");
  private final AwaitReply here = new AwaitReplyService(office);
  private final AwaitReply there = new AwaitReplyService(elsewhere);
  private final Caller caller = bench.somebody();
  private final List<Optional<String>> told = new CopyOnWriteArrayList<>();

  @Test
  void is_told_a_reply_that_comes_here_without_a_look_into_the_mailbox() {
    String name = expect();
    here.reply(caller, name, "yes");

    assertThat(told).containsExactly(Optional.of("yes"));
    assertThat(bench.mailbox.asked()).isZero();
  }

  @Test
  void is_told_a_reply_that_reaches_another_instance() {
    String name = expect();
    there.reply(caller, name, "yes");
    assertThat(told).isEmpty();
    office.look();

    assertThat(told).containsExactly(Optional.of("yes"));
  }

  @Test
  void is_told_once_however_often_and_wherever_somebody_replies() {
    String name = expect();
    there.reply(caller, name, "yes");
    there.reply(caller, name, "no");
    office.look();
    here.reply(caller, name, "no");
    bench.clock.passes(PATIENCE);
    office.look();
    office.close();

    assertThat(told).containsExactly(Optional.of("yes"));
  }

  @Test
  void gives_out_names_that_fit_into_an_id_of_the_protocol() {
    assertThat(
            new AwaitReplyService(bench.office("f".repeat(16)))
                .expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it)))
                .orElseThrow())
        .hasSizeLessThanOrEqualTo(128);
  }

  @Test
  void never_gives_out_the_same_name() {
    assertThat(expect()).isNotEqualTo(expect());
  }

  @Test
  void hears_nothing_from_another_grant_of_the_same_person_here() {
    String name = expect();
    here.reply(bench.twinOf(caller), name, "yes");

    assertThat(told).isEmpty();
    here.reply(caller, name, "mine");
    assertThat(told).containsExactly(Optional.of("mine"));
  }

  @Test
  void hears_nothing_from_another_grant_elsewhere_which_touches_nothing() {
    String name = expect();
    there.reply(bench.twinOf(caller), name, "yes");
    there.reply(bench.somebody(), name, "yes");
    office.look();

    assertThat(told).isEmpty();
    assertThat(bench.mailbox.asked()).isZero();
  }

  @Test
  void is_not_disturbed_by_names_that_were_never_given_out() {
    String name = expect();
    there.reply(caller, "", "yes");
    there.reply(caller, "garbage", "yes");
    there.reply(caller, "7", "yes");
    there.reply(caller, name.replace("one", "two"), "yes");
    there.reply(caller, name.substring(1), "yes");
    there.reply(caller, name + "A", "yes");
    there.reply(caller, name.substring(0, name.length() - 1) + "*", "yes");

    assertThat(bench.mailbox.asked()).isZero();
  }

  @Test
  void looks_into_the_mailbox_only_after_something_was_left() {
    expect();
    office.look();
    office.look();
    assertThat(bench.mailbox.asked()).isZero();
    there.reply(caller, expect(), "yes");
    int left = bench.mailbox.asked();
    office.look();
    office.look();

    assertThat(bench.mailbox.asked()).isEqualTo(left + 1);
  }

  @Test
  void is_told_that_none_came_once_their_time_is_over() {
    String name = expect();
    bench.clock.passes(PATIENCE.minusMillis(1));
    office.look();
    assertThat(told).isEmpty();
    bench.clock.passes(Duration.ofMillis(1));
    office.look();
    office.look();
    here.reply(caller, name, "late");
    office.close();

    assertThat(told).containsExactly(Optional.empty());
  }

  @Test
  void is_told_that_none_came_once_their_grant_was_revoked() {
    String name = expect();
    office.look();
    bench.revoke(caller);
    office.look();
    here.reply(caller, name, "late");

    assertThat(told).containsExactly(Optional.empty());
  }

  @Test
  void is_told_that_none_came_where_their_grant_was_revoked_before_they_waited() {
    bench.revoke(caller);
    expect();
    office.look();

    assertThat(told).containsExactly(Optional.empty());
  }

  @Test
  void goes_on_waiting_when_another_grant_is_revoked() {
    expect();
    office.look();
    bench.revoke(bench.twinOf(caller));
    office.look();

    assertThat(told).isEmpty();
  }

  @Test
  void has_their_grant_looked_at_only_once_a_change_was_announced() {
    expect();
    office.look();
    bench.grants.revoke(caller.scope(), caller.grant(), PostBench.NOW);
    office.look();

    assertThat(told).isEmpty();
  }

  @Test
  void has_their_grant_looked_at_once_however_often_they_wait() {
    expect();
    expect();
    office.look();
    bench.changes.announce(caller.scope(), Subject.ENTITLEMENTS);
    office.look();

    assertThat(bench.grants.looked).containsExactly(caller.grant(), caller.grant());
  }

  @Test
  void is_told_although_the_grant_of_another_one_cannot_be_read() {
    Caller other = bench.neighbourOf(caller);
    var _ = here.expect(other, UNTIL, it -> told.add(Optional.ofNullable(it))).orElseThrow();
    bench.grants.unreadable.add(other.grant());
    there.reply(caller, expect(), "yes");
    office.look();
    office.look();

    assertThat(told).containsExactlyInAnyOrder(Optional.empty(), Optional.of("yes"));
    assertThat(bench.alarms.raised()).singleElement().isInstanceOf(Alarm.Unchecked.class);
  }

  @Test
  void is_told_that_none_came_when_the_house_closes() {
    expect();
    expect();
    office.close();
    office.close();

    assertThat(told).containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void is_told_so_at_once_in_a_closed_house() {
    office.close();
    expect();

    assertThat(told).containsExactly(Optional.empty());
  }

  @Test
  void is_told_nothing_once_forgotten() {
    String name = expect();
    here.forget(name);
    here.reply(caller, name, "yes");
    office.close();

    assertThat(told).isEmpty();
  }

  @Test
  void is_told_later_what_came_while_nobody_heard_of_changes() {
    bench.changes.fallSilent();
    String name = expect();
    there.reply(caller, name, "yes");
    office.look();
    assertThat(told).isEmpty();
    bench.changes.beHeard();
    office.look();

    assertThat(told).containsExactly(Optional.of("yes"));
  }

  @Test
  void is_replied_to_elsewhere_only_while_there_is_room() {
    String name = expect();
    assertThat(IntStream.range(0, Mailbox.MOST_OF_A_GRANT).mapToObj(_ -> reply(name)))
        .containsOnly(Passing.TAKEN);
    assertThat(reply(name)).isEqualTo(Passing.TOO_MANY);
    office.look();

    assertThat(reply(name)).isEqualTo(Passing.TAKEN);
  }

  @Test
  void cannot_be_told_from_nobody_by_whoever_replies() {
    assertThat(there.reply(caller, "garbage", "yes")).isEqualTo(Passing.TAKEN);
    assertThat(there.reply(bench.twinOf(caller), expect(), "yes")).isEqualTo(Passing.TAKEN);
    assertThat(here.reply(bench.twinOf(caller), expect(), "yes")).isEqualTo(Passing.TAKEN);
  }

  @Test
  void is_told_later_what_came_while_nobody_could_open_it() {
    String first = expect();
    String second = expect();
    there.reply(caller, first, "yes");
    there.reply(caller, second, "no");
    bench.keys.breakWith(new Unavailable("the database", new IllegalStateException("no link")));
    office.look();
    assertThat(told).isEmpty();
    bench.keys.mend();
    office.look();

    assertThat(told).containsExactlyInAnyOrder(Optional.of("yes"), Optional.of("no"));
    assertThat(bench.alarms.raised()).isEmpty();
  }

  @Test
  void leaves_in_the_mailbox_what_comes_while_nobody_can_open_what_came() {
    there.reply(caller, expect(), "yes");
    bench.keys.breakWith(new Unavailable("the database", new IllegalStateException("no link")));
    office.look();
    int asked = bench.mailbox.asked();
    bench.changes.announce(caller.scope(), Subject.REPLIES);
    office.look();

    assertThat(bench.mailbox.asked()).isEqualTo(asked);
  }

  @Test
  void is_not_told_what_could_not_be_opened_in_time() {
    there.reply(caller, expect(), "yes");
    bench.keys.breakWith(new Unavailable("the database", new IllegalStateException("no link")));
    office.look();
    bench.keys.mend();
    bench.clock.passes(Duration.ofMinutes(1));
    office.look();

    assertThat(told).isEmpty();
  }

  @Test
  void is_told_although_what_came_for_another_one_cannot_be_opened_for_a_fault() {
    Caller other = bench.neighbourOf(caller);
    String theirs =
        here.expect(other, UNTIL, it -> told.add(Optional.ofNullable(it))).orElseThrow();
    String name = expect();
    there.reply(other, theirs, "theirs");
    there.reply(caller, name, "yes");
    bench.keys.breakFor(other.person(), new IllegalStateException("a bug"));
    office.look();

    assertThat(told).containsExactly(Optional.of("yes"));
    assertThat(bench.alarms.raised()).singleElement().isInstanceOf(Alarm.Unchecked.class);
  }

  @Test
  void is_told_a_reply_under_a_name_given_out_before_the_servers_key_changed() {
    String name = expect();
    bench.peppers.rotate();
    there.reply(caller, name, "yes");
    office.look();

    assertThat(told).containsExactly(Optional.of("yes"));
  }

  @Test
  void hears_nothing_of_a_reply_that_nobody_can_open_any_more() {
    String name = expect();
    there.reply(caller, name, "yes");
    bench.keys.destroy(caller.person());
    office.look();

    assertThat(told).isEmpty();
  }

  @Test
  void is_told_although_another_one_breaks_over_theirs() {
    String broken =
        here.expect(
                caller,
                UNTIL,
                _ -> {
                  throw new IllegalStateException("a bug");
                })
            .orElseThrow();
    String name = expect();
    there.reply(caller, broken, "yes");
    there.reply(caller, name, "yes");
    office.look();

    assertThat(told).containsExactly(Optional.of("yes"));
    assertThat(bench.alarms.raised()).singleElement().isInstanceOf(Alarm.Unchecked.class);
  }

  @Test
  void needs_nobody_to_look_once_the_office_looks_by_itself() throws Exception {
    BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();
    office.start();
    String first =
        here.expect(caller, UNTIL, it -> heard.add(Optional.ofNullable(it))).orElseThrow();
    there.reply(caller, first, "yes");
    assertThat(heard.take()).contains("yes");
    String second =
        here.expect(caller, UNTIL, it -> heard.add(Optional.ofNullable(it))).orElseThrow();
    there.reply(caller, second, "again");

    assertThat(heard.take()).contains("again");
  }

  @Test
  void is_told_that_none_came_as_soon_as_they_are_gone() {
    var listener = new Leaving();
    String name = here.expect(caller, UNTIL, listener).orElseThrow();
    office.look();
    assertThat(told).isEmpty();
    listener.gone = true;
    office.look();
    here.reply(caller, name, "late");
    office.look();

    assertThat(told).containsExactly(Optional.empty());
  }

  @Test
  void is_one_of_so_many_of_a_grant_at_most() {
    List<String> names = Stream.generate(this::expect).limit(MOST).toList();
    assertThat(here.expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it)))).isEmpty();
    assertThat(here.expect(bench.twinOf(caller), UNTIL, it -> told.add(Optional.ofNullable(it))))
        .isPresent();

    here.reply(caller, names.getFirst(), "yes");
    assertThat(here.expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it)))).isPresent();
    here.forget(names.getLast());
    here.forget(names.getLast());
    assertThat(here.expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it)))).isPresent();
    assertThat(here.expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it)))).isEmpty();
  }

  @Test
  void is_not_counted_where_waiting_could_not_begin() {
    bench.exhausted = true;
    assertThat(Stream.<ThrowingCallable>generate(() -> this::expect).limit(MOST))
        .allSatisfy(it -> assertThatThrownBy(it).isInstanceOf(IllegalStateException.class));
    bench.exhausted = false;

    assertThat(here.expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it)))).isPresent();
  }

  private final class Leaving implements AwaitReply.Listener {
    private boolean gone;

    @Override
    public void told(@Nullable String reply) {
      told.add(Optional.ofNullable(reply));
    }

    @Override
    public boolean gone() {
      return gone;
    }
  }

  private Passing reply(String name) {
    return there.reply(caller, name, "yes");
  }

  private String expect() {
    return here.expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it))).orElseThrow();
  }
}
