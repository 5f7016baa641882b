package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.ToolCall.Approval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("In the space of the policy")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTighteningTest {
  private static final int RULES = 40;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Tag("exhaustive")
  void another_rule_never_opens_the_gate(long seed) {
    List<OperatorRule> rules = Whims.rules(seed, RULES);
    Set<Outcome> tightened = EnumSet.noneOf(Outcome.class);

    assertThat(
            situations(seed)
                .filter(it -> {
                  OperatorRule rule = rules.get(Math.floorMod(it.hashCode(), RULES));
                  Outcome before = decided(Policy.STANDING, it.call());
                  Outcome after = decided(with(rule), it.call());
                  tightened.addAll(after == before ? Set.of() : Set.of(after));
                  return after.compareTo(before) < 0;
                })
                .limit(3))
        .isEmpty();
    assertThat(tightened).containsExactly(Outcome.ASK, Outcome.DENY);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_rule_says_the_same_of_a_call_and_of_what_is_stated_of_it(long seed) {
    Set<Verdict> said = new HashSet<>();

    assertThat(
            Whims.rules(seed, 4 * RULES).stream()
                .flatMap(rule ->
                    PolicySpace.WHOLE
                        .some(60)
                        .filter(it -> {
                          Verdict verdict = rule.verdict(it.call());
                          said.add(verdict);
                          return !verdict.equals(rule.verdict(StatedFacts.of(it.call())));
                        }))
                .limit(3))
        .isEmpty();
    assertThat(said)
        .containsExactlyInAnyOrder(
            Verdict.PASSES,
            OperatorRules.REASON.asks(),
            OperatorRules.REASON.refuses(),
            Reasons.figureMissing().refuses());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Tag("exhaustive")
  void narrowing_never_widens(long seed) {
    var whims = new Whims(seed);
    Set<Outcome> tightened = EnumSet.noneOf(Outcome.class);

    assertThat(
            situations(seed)
                .filter(it -> {
                  Grant once = it.grant().narrowed(whims.narrowing(), whims.budget());
                  Grant twice = once.narrowed(whims.narrowing(), whims.budget());
                  Outcome before = decided(Policy.STANDING, it.call());
                  Outcome then = decided(Policy.STANDING, it.call(once));
                  Outcome after = decided(Policy.STANDING, it.call(twice));
                  tightened.addAll(after == before ? Set.of() : Set.of(after));
                  return then.compareTo(before) < 0 || after.compareTo(then) < 0;
                })
                .limit(3))
        .isEmpty();
    assertThat(tightened).containsExactly(Outcome.DENY);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @Tag("exhaustive")
  void the_order_of_the_rules_never_changes_who_passes(long seed) {
    List<Policy> shuffled = IntStream.range(0, RULES).mapToObj(i -> shuffled(seed, i)).toList();
    Policy inOrder = Policy.STANDING.and(Whims.rules(seed, 5), "test");

    assertThat(
            situations(seed)
                .filter(it ->
                    decided(inOrder, it.call())
                        != decided(shuffled.get(Math.floorMod(it.hashCode(), RULES)), it.call()))
                .limit(3))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatever_rules_say_counts_the_same_in_every_order(Approval approval) {
    ToolCall call =
        new ToolCall(
            Calls.aCallThatPasses().request(),
            Calls.aCallThatPasses().footprint(),
            History.NONE,
            approval);

    assertThat(
            saidByFour()
                .filter(four ->
                    permutations(four).map(it -> decided(policy(it), call)).distinct().count()
                        != 1))
        .isEmpty();
    assertThat(saidByFour().filter(four -> decided(policy(four), call) != worst(four, approval)))
        .isEmpty();
  }

  @Test
  void four_rules_were_tried_with_all_that_they_can_say() {
    assertThat(saidByFour()).hasSize(6 * 6 * 6 * 6);
    assertThat(permutations(List.of(0, 1, 2, 3)).distinct()).hasSize(24);
  }

  private static final List<Rule> WORDS =
      List.of(
          SomeRules.saying("passes", Verdict.PASSES),
          SomeRules.saying("warns", SomeRules.REASON.warns()),
          SomeRules.saying("asks", SomeRules.REASON.asks()),
          SomeRules.saying("refuses", SomeRules.REASON.refuses()),
          SomeRules.throwing(),
          SomeRules.silent());

  static LongStream seeds() {
    return LongStream.range(0, 4);
  }

  private static Stream<Situation> situations(long seed) {
    return Stream.concat(
        PolicySpace.FOOTPRINTS.some((int) (15_000 + seed)),
        PolicySpace.CALLERS.some((int) (5_000 + seed)));
  }

  private static Outcome decided(Policy policy, ToolCall call) {
    return Outcome.of(policy.decide(call));
  }

  private static Policy with(OperatorRule rule) {
    return Policy.STANDING.and(List.of(rule), "test");
  }

  private static Policy shuffled(long seed, int order) {
    var rules = new ArrayList<Rule>(List.of(CallerRule.values()));
    Collections.addAll(rules, FootprintRule.values());
    rules.addAll(Whims.rules(seed, 5));
    Collections.shuffle(rules, new Random(order));
    return Policy.of(rules.getFirst(), rules.subList(1, rules.size()).toArray(Rule[]::new));
  }

  private static Stream<List<Integer>> saidByFour() {
    int words = WORDS.size();
    return IntStream.range(0, words * words * words * words)
        .mapToObj(i ->
            List.of(
                i % words,
                i / words % words,
                i / words / words % words,
                i / words / words / words));
  }

  private static Stream<List<Integer>> permutations(List<Integer> four) {
    return IntStream.range(0, 24)
        .mapToObj(i -> {
          var order = new ArrayList<>(four);
          Collections.swap(order, 0, i % 4);
          Collections.swap(order, 1, 1 + i / 4 % 3);
          Collections.swap(order, 2, 2 + i / 12);
          return List.copyOf(order);
        });
  }

  private static Policy policy(List<Integer> words) {
    return Policy.of(
        WORDS.get(words.getFirst()), words.stream().skip(1).map(WORDS::get).toArray(Rule[]::new));
  }

  private static Outcome worst(List<Integer> words, Approval approval) {
    if (words.stream().anyMatch(word -> word >= 3)) {
      return Outcome.DENY;
    }
    return words.contains(2) && approval == Approval.NONE ? Outcome.ASK : Outcome.ALLOW;
  }
}
