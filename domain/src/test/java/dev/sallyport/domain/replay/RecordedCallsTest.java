package dev.sallyport.domain.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.StatedCall;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.policy.Verdict;
import dev.sallyport.domain.replay.RecordedCalls.Reading;
import dev.sallyport.domain.tenancy.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A decision written into the ledger")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedCallsTest {
  private static final String VERSION = "sha256:0123456789abcdef";
  private static final Reason QUIET = new Reason("quiet_hours", "Quiet.", "Wait.");
  private static final Judgement ASKED = new Judgement("policy:quiet-hours", QUIET.asks());
  private static final Judgement DENIED =
      new Judgement("spaces-are-allowed", new Reason("space_not_allowed", "No.", "").refuses());

  @Test
  void tells_labels_and_what_the_rules_said() {
    Facts facts =
        Drafts.of(
                StatedCall.sending(),
                Approval.NONE,
                new Decision.Deny("spaces-are-allowed", QUIET, List.of(DENIED, ASKED)),
                VERSION)
            .facts();

    assertThat(facts.texts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(Fact.TOOL, "phone_send"),
                Map.entry(Fact.BACKEND, "phone"),
                Map.entry(Fact.EFFECT, "send"),
                Map.entry(Fact.CLIENT, "assistant"),
                Map.entry(Fact.ROLE, "member"),
                Map.entry(Fact.PLAN, "pro"),
                Map.entry(Fact.PLACES, "sales"),
                Map.entry(Fact.AMOUNTS, "recipients=2 units=1"),
                Map.entry(Fact.POLICY, VERSION),
                Map.entry(Fact.DECISION, "deny"),
                Map.entry(Fact.RULE, "spaces-are-allowed"),
                Map.entry(Fact.REASON, "quiet_hours"),
                Map.entry(
                    Fact.VERDICTS,
                    "spaces-are-allowed=deny:space_not_allowed policy:quiet-hours=ask:quiet_hours")));
  }

  @ParameterizedTest(name = "made from {0}")
  @MethodSource("seeds")
  void is_read_back_as_it_was(long seed) {
    StatedFacts call = anyCall(new Random(seed));
    Reading.Decided read = decided(allowed(call));

    assertThat(read.recorded().facts()).isEqualTo(call);
    assertThat(read.recorded().was()).isEqualTo(Outcome.ALLOW);
    assertThat(read.policy()).isEqualTo(VERSION);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @EnumSource
  void keeps_whether_it_was_approved(Approval approval) {
    Facts facts =
        Drafts.of(StatedCall.sending(), approval, new Decision.Allow(List.of()), VERSION).facts();

    assertThat(decided(facts).recorded().approval()).isEqualTo(approval);
  }

  @Test
  void keeps_what_standing_rules_said_apart_from_the_operators() {
    Reading.Decided read =
        decided(
            Drafts.of(
                    StatedCall.sending(),
                    Approval.NONE,
                    new Decision.Deny("spaces-are-allowed", QUIET, List.of(DENIED, ASKED)),
                    VERSION)
                .facts());

    assertThat(read.recorded().standing())
        .extracting(Judgement::rule)
        .containsExactly(DENIED.rule());
    assertThat(read.notes())
        .extracting(Judgement::rule)
        .containsExactly(DENIED.rule(), ASKED.rule());
    assertThat(read.notes().getFirst().verdict())
        .isInstanceOfSatisfying(
            Verdict.Refuses.class,
            refusal -> assertThat(refusal.reason().code()).isEqualTo("space_not_allowed"));
    assertThat(read.decider()).contains("spaces-are-allowed");
  }

  @Test
  void keeps_fifty_spaces_and_only_the_number_of_more() {
    assertThat(decided(allowed(touching(50))).recorded().facts()).isEqualTo(touching(50));
    assertThat(allowed(touching(51)).of(Fact.PLACES)).contains("many:51");
    assertThat(decided(allowed(touching(51))).recorded().facts().spaces()).isEmpty();
  }

  @Test
  void hides_spaces_that_are_called_by_a_number_or_an_address() {
    Facts facts = allowed(StatedCall.touching("+1 555 123 4567", "sales"));

    assertThat(facts.of(Fact.PLACES)).contains("hidden:2");
    assertThat(decided(facts).recorded().facts().spaces()).isEmpty();
  }

  @Test
  void is_none_if_the_entry_is_about_something_else() {
    assertThat(RecordedCalls.read(entry(Facts.none().with(Fact.TOOL, "phone_send"))))
        .isEqualTo(new Reading.NoDecision());
  }

  @Test
  void cannot_be_read_without_its_tool() {
    assertThat(RecordedCalls.read(entry(Facts.none().with(Fact.DECISION, "allow"))))
        .isEqualTo(new Reading.Unreadable("its tool is missing"));
  }

  @Test
  void cannot_be_read_if_its_client_was_masked() {
    assertThat(
            RecordedCalls.read(
                entry(allowed(StatedCall.sending()).with(Fact.CLIENT, "a@b.example"))))
        .isEqualTo(new Reading.Unreadable("the client was masked or cut"));
  }

  @Test
  void cannot_be_decided_again_if_no_rule_decided_it() {
    Facts limited =
        allowed(StatedCall.sending())
            .with(Fact.DECISION, "deny")
            .with(Fact.RULE, "limit-per-minute");

    assertThat(RecordedCalls.read(entry(limited)))
        .isEqualTo(new Reading.Unreadable("no rule of a policy decided it"));
  }

  @Test
  void cannot_be_read_if_its_verdicts_were_garbled() {
    assertThat(
            RecordedCalls.read(
                entry(allowed(StatedCall.sending()).with(Fact.VERDICTS, "reach=perhaps:so"))))
        .isEqualTo(new Reading.Unreadable("its verdicts cannot be read"));
  }

  @Test
  void is_read_as_approved_if_something_was_only_told_again() {
    Facts facts = allowed(StatedCall.sending());

    assertThat(facts.of(Fact.APPROVAL)).isEmpty();
    assertThat(approval(Kind.READ, facts)).isEqualTo(Approval.NONE);
    assertThat(approval(Kind.REPEATED, facts)).isEqualTo(Approval.GIVEN);
  }

  @Test
  void is_read_as_not_approved_if_the_person_was_only_asked() {
    Facts facts = allowed(StatedCall.sending()).with(Fact.APPROVAL, "0c".repeat(16));

    assertThat(approval(Kind.ASKED, facts)).isEqualTo(Approval.NONE);
    assertThat(approval(Kind.CLAIMED, facts)).isEqualTo(Approval.GIVEN);
  }

  private static Approval approval(Kind kind, Facts facts) {
    return ((Reading.Decided) RecordedCalls.read(entry(kind, facts))).recorded().approval();
  }

  private static Facts allowed(StatedFacts call) {
    return Drafts.of(call, Approval.NONE, new Decision.Allow(List.of()), VERSION).facts();
  }

  private static Reading.Decided decided(Facts facts) {
    return (Reading.Decided) RecordedCalls.read(entry(facts));
  }

  private static Entry entry(Facts facts) {
    return entry(Kind.READ, facts);
  }

  private static Entry entry(Kind kind, Facts facts) {
    return new Entry(
        new EntryId("%032x".formatted(1)),
        new OrganizationId("%032x".formatted(2)),
        StatedCall.NOON,
        kind,
        facts,
        Personal.none());
  }

  private static StatedFacts touching(int count) {
    return StatedCall.touching(
        IntStream.range(0, count).mapToObj(n -> "space-" + n).toArray(String[]::new));
  }

  private static StatedFacts anyCall(Random random) {
    StatedFacts call = StatedCall.sending();
    Set<SpaceId> spaces = new HashSet<>();
    IntStream.range(0, random.nextInt(5)).forEach(_ -> spaces.add(new SpaceId(anyText(random))));
    Map<String, Long> amounts = new HashMap<>();
    IntStream.range(0, random.nextInt(4))
        .forEach(_ -> amounts.put(anyText(random), random.nextLong()));
    return new StatedFacts(
        call.tool(),
        call.backend(),
        call.effect(),
        call.client(),
        any(random, List.of(Optional.<Role>empty(), Optional.of(Role.OWNER))),
        call.plan(),
        Optional.of(spaces),
        call.at(),
        amounts);
  }

  // printable, and full of what the text itself is made of
  private static String anyText(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(12))
        .mapToObj(_ ->
            any(
                random,
                List.of(
                    " ", "%", "=", ";", ":", "[", "]", "…", "a", "é", "𝄞", "none:", "many:", "@",
                    "%0020")))
        .collect(Collectors.joining());
  }

  private static <T> T any(Random random, Collection<T> of) {
    return List.copyOf(of).get(random.nextInt(of.size()));
  }
}
