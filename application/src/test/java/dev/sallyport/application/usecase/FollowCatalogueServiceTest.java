package dev.sallyport.application.usecase;

import static dev.sallyport.application.gate.GateBench.aGate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.gate.GateBench;
import dev.sallyport.application.port.in.FollowCatalogue.Attempt;
import dev.sallyport.application.port.in.FollowCatalogue.Follower;
import dev.sallyport.application.port.in.FollowCatalogue.Shelf;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.Request;
import dev.sallyport.domain.policy.Rule;
import dev.sallyport.domain.policy.Verdict;
import dev.sallyport.domain.tool.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@DisplayName("Whoever follows what may be listed")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowCatalogueServiceTest {
  private static final Instant LATER = GateBench.MORNING.plus(Duration.ofHours(1));

  private static final ResourceSpec NEWS =
      new ResourceSpec(
          "script://chat/news", "news", "News", "What is new.", Optional.of("text/plain"));

  private final GateBench gate = aGate();
  private final FollowCatalogueService catalogue =
      new FollowCatalogueService(
          gate.gate(), gate.gate(), gate.grants, gate.changes, gate.alarms, gate.clock);
  private final Told told = new Told();

  @AfterEach
  void close() {
    catalogue.close();
    gate.close();
  }

  @Test
  void is_told_that_it_begins_and_nothing_while_nothing_changes() {
    follow();
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins");
  }

  @Test
  void hears_of_what_the_person_took_back() {
    follow();
    gate.narrowedToReading();
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "changed [TOOLS]");
  }

  @Test
  void hears_of_what_a_backend_says_that_it_offers_now() {
    follow();
    gate.chat.offers(NEWS);
    gate.changes.announceToAll(Subject.CATALOGUE);
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "changed [RESOURCES]");
  }

  @Test
  void hears_soon_of_what_a_backend_offers_without_saying_so() {
    follow();
    gate.chat.offers(NEWS);
    catalogue.look();
    assertThat(told.all).containsExactly("begins");
    gate.after(Duration.ofSeconds(10));
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "changed [RESOURCES]");
  }

  @Test
  void hears_nothing_of_a_backend_that_offers_the_same_as_before() {
    follow();
    gate.changes.announceToAll(Subject.CATALOGUE);
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins");
  }

  @Test
  void hears_nothing_of_what_its_grant_was_given_nothing_of() {
    gate.reachingNothing();
    follow();
    gate.chat.offers(NEWS);
    gate.changes.announceToAll(Subject.CATALOGUE);
    catalogue.look();
    gate.after(Duration.ofSeconds(10));
    catalogue.look();

    assertThat(told.all).containsExactly("begins");
  }

  @Test
  void hears_nothing_of_a_change_that_leaves_it_what_it_has() {
    follow();
    gate.warningOfTaint();
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins");
  }

  @Test
  void hears_of_another_plan() {
    follow();
    gate.onPlan(SomePlans.SMALL);
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "changed [RESOURCES, TOOLS]");
  }

  @Test
  void hears_soon_of_a_plan_whose_terms_were_changed_without_a_word() {
    follow();
    gate.termsOfPlan(SomePlans.SMALL);
    gate.after(Duration.ofSeconds(10));
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "changed [RESOURCES, TOOLS]");
  }

  @Test
  void hears_soon_of_a_policy_that_hides_something() {
    follow();
    gate.policies.becomes(Policy.STANDING.and(List.of(new NothingToDestroy()), "two"));
    gate.after(Duration.ofSeconds(10));
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "changed [TOOLS]");
  }

  @Test
  void hears_nothing_of_a_policy_that_hides_nothing() {
    follow();
    gate.policies.becomes(Policy.STANDING.and(List.of(), "two"));
    gate.after(Duration.ofSeconds(10));
    catalogue.look();

    assertThat(told.all).containsExactly("begins");
  }

  @Test
  void is_told_the_end_when_the_grant_is_revoked() {
    follow();
    gate.revoked();
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "ended");
  }

  @Test
  void is_told_the_end_when_its_time_is_over() {
    follow();
    gate.after(Duration.ofHours(1));
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "ended");
  }

  @Test
  void is_forgotten_once_it_is_gone() {
    follow();
    told.gone = true;
    gate.narrowedToReading();
    catalogue.look();
    told.gone = false;
    catalogue.look();

    assertThat(told.all).containsExactly("begins");
  }

  @Test
  void is_told_the_end_where_a_fault_keeps_it_from_hearing_more() {
    follow();
    told.deaf = true;
    gate.narrowedToReading();
    catalogue.look();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "ended");
    assertThat(gate.alarms.raised()).hasSize(1);
  }

  @Test
  void waits_while_nobody_knows_and_hears_it_afterwards() {
    follow();
    gate.narrowedToReading();
    gate.changes.fallSilent();
    catalogue.look();
    assertThat(told.all).containsExactly("begins");
    gate.changes.beHeard();
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "changed [TOOLS]");
  }

  @Test
  void is_told_the_end_when_its_time_is_over_while_nobody_knows_what_changed() {
    follow();
    gate.changes.fallSilent();
    gate.after(Duration.ofHours(1));
    catalogue.look();

    assertThat(told.all).containsExactly("begins", "ended");
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void keeps_nobody_waiting_while_it_is_asked_what_it_may_see() throws Exception {
    var asked = new CountDownLatch(1);
    var known = new CountDownLatch(1);
    var slow =
        new FollowCatalogueService(
            gate.gate(),
            caller -> {
              asked.countDown();
              awaited(known);
              return gate.gate().sources(caller);
            },
            gate.grants,
            gate.changes,
            gate.alarms,
            gate.clock);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var attempt = callers.submit(() -> slow.follow(gate.caller(), LATER, told));
      awaited(asked);
      slow.close();
      known.countDown();

      assertThat(attempt.get()).isEqualTo(Attempt.FOLLOWING);
    }
    assertThat(told.all).containsExactly("begins", "ended");
  }

  @Test
  void is_one_of_a_few_of_the_same_grant() {
    List<Attempt> attempts = IntStream.range(0, 17).mapToObj(_ -> follow()).toList();

    assertThat(attempts.subList(0, 16)).containsOnly(Attempt.FOLLOWING);
    assertThat(attempts.getLast()).isEqualTo(Attempt.TOO_MANY);
  }

  @Test
  void is_told_the_end_when_the_house_closes_also_if_it_comes_too_late() {
    follow();
    catalogue.close();
    follow();

    assertThat(told.all).containsExactly("begins", "ended", "begins", "ended");
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Attempt follow() {
    return catalogue.follow(gate.caller(), LATER, told);
  }

  /// Refuses what cannot be undone, whatever it would touch.
  private record NothingToDestroy() implements Rule.Early {
    @Override
    public String title() {
      return "nothing-to-destroy";
    }

    @Override
    public Verdict verdict(Request request) {
      return request.tool().effect() == Effect.DESTROY
          ? new Verdict.Refuses(new Reason("closed", "It is closed.", "Wait."))
          : Verdict.PASSES;
    }
  }

  /// All that a follower was told.
  private static final class Told implements Follower {
    private final List<String> all = new ArrayList<>();
    private boolean gone;
    private boolean deaf;

    @Override
    public void begins() {
      all.add("begins");
    }

    @Override
    public void changed(Set<Shelf> shelves) {
      if (deaf) {
        throw new IllegalStateException("a fault");
      }
      all.add("changed " + new TreeSet<>(shelves.stream().map(Shelf::name).toList()));
    }

    @Override
    public void ended() {
      all.add("ended");
    }

    @Override
    public boolean gone() {
      return gone;
    }
  }
}
