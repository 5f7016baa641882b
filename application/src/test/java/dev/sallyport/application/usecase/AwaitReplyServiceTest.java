package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.post.PostOffice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
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
  private final Caller caller = PostBench.somebody();
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
    here.reply(PostBench.twinOf(caller), name, "yes");

    assertThat(told).isEmpty();
    here.reply(caller, name, "mine");
    assertThat(told).containsExactly(Optional.of("mine"));
  }

  @Test
  void hears_nothing_from_another_grant_elsewhere_which_touches_nothing() {
    String name = expect();
    there.reply(PostBench.twinOf(caller), name, "yes");
    there.reply(PostBench.somebody(), name, "yes");
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
    assertThat(
            here.expect(PostBench.twinOf(caller), UNTIL, it -> told.add(Optional.ofNullable(it))))
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

  private String expect() {
    return here.expect(caller, UNTIL, it -> told.add(Optional.ofNullable(it))).orElseThrow();
  }
}
