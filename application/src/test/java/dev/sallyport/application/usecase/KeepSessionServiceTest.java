package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.port.in.KeepSession;
import dev.sallyport.application.port.in.KeepSession.Delivery;
import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.post.PostOffice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A session")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepSessionServiceTest {
  private static final Duration LASTING = Duration.ofHours(1);

  private final PostBench bench = new PostBench();
  private final PostOffice office = bench.office("one");
  private final PostOffice elsewhere = bench.office("another");
  private final KeepSession here = new KeepSessionService(office);
  private final KeepSession there = new KeepSessionService(elsewhere);
  private final Caller caller = bench.somebody();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final String session =
      here.open(
          caller,
          PostBench.NOW.plus(LASTING),
          new KeepSession.Listener() {
            @Override
            public void heard(String message) {
              heard.add(message);
            }

            @Override
            public void ended() {
              heard.add("(ended)");
            }
          });

  @Test
  void hears_everything_that_is_said_in_it_wherever_and_in_its_order() {
    there.leave(caller, session, "one");
    there.leave(caller, session, "two");
    office.look();
    here.deliver(caller, session, "three");
    there.leave(caller, session, "four");
    office.look();

    assertThat(heard).containsExactly("one", "two", "three", "four");
  }

  @Test
  void hears_nothing_of_what_is_said_elsewhere_until_it_is_left() {
    assertThat(there.deliver(caller, session, "one")).isEqualTo(Delivery.ELSEWHERE);
    office.look();

    assertThat(heard).isEmpty();
  }

  @Test
  void is_unknown_to_every_other_grant() {
    assertThat(here.deliver(bench.twinOf(caller), session, "mine")).isEqualTo(Delivery.UNKNOWN);
    assertThat(there.leave(bench.twinOf(caller), session, "mine")).isEqualTo(Delivery.UNKNOWN);
    assertThat(heard).isEmpty();
  }

  @Test
  void is_unknown_once_it_ended() {
    here.end(session);

    assertThat(here.deliver(caller, session, "late")).isEqualTo(Delivery.ELSEWHERE);
    assertThat(here.leave(caller, session, "late")).isEqualTo(Delivery.UNKNOWN);
    assertThat(heard).isEmpty();
  }

  @Test
  void that_never_was_is_unknown() {
    assertThat(here.deliver(caller, "nonsense", "hello")).isEqualTo(Delivery.ELSEWHERE);
    assertThat(here.leave(caller, "nonsense", "hello")).isEqualTo(Delivery.UNKNOWN);
    assertThat(there.leave(caller, "", "hello")).isEqualTo(Delivery.UNKNOWN);
  }

  @Test
  void is_no_name_to_reply_to_and_such_a_name_no_session() {
    AwaitReply replies = new AwaitReplyService(elsewhere);
    String reply =
        replies.expect(caller, PostBench.NOW.plus(LASTING), it -> heard.add("reply")).orElseThrow();

    assertThat(here.deliver(caller, reply, "hello")).isEqualTo(Delivery.ELSEWHERE);
    assertThat(here.leave(caller, reply, "hello")).isEqualTo(Delivery.UNKNOWN);
    replies.reply(caller, session, "hello");
    office.look();
    assertThat(heard).isEmpty();
  }

  @Test
  void is_no_name_to_reply_to_where_it_is_kept_either() {
    AwaitReply replies = new AwaitReplyService(office);
    String reply =
        replies.expect(caller, PostBench.NOW.plus(LASTING), it -> heard.add("reply")).orElseThrow();

    replies.reply(caller, session, "hello");
    assertThat(here.deliver(caller, reply, "hello")).isEqualTo(Delivery.UNKNOWN);
    assertThat(heard).isEmpty();
  }

  @Test
  void takes_no_more_than_is_picked_up() {
    IntStream.range(0, Mailbox.MOST_OF_A_GRANT)
        .forEach(number -> there.leave(caller, session, "" + number));

    assertThat(there.leave(caller, session, "more")).isEqualTo(Delivery.TOO_MANY);
    office.look();
    assertThat(there.leave(caller, session, "more")).isEqualTo(Delivery.DELIVERED);
    assertThat(heard).hasSize(Mailbox.MOST_OF_A_GRANT);
  }

  @Test
  void ends_when_its_time_is_over_and_is_told_so_once() {
    bench.clock.passes(LASTING);
    office.look();
    office.close();

    assertThat(heard).containsExactly("(ended)");
  }

  @Test
  void ends_with_the_house() {
    office.close();

    assertThat(heard).containsExactly("(ended)");
  }
}
