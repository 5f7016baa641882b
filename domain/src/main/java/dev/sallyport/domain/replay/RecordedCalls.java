package dev.sallyport.domain.replay;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.policy.OperatorRule;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.Recorded;
import dev.sallyport.domain.policy.Request;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the ledger tells of a decision: enough to explain it, and to decide again under another
/// policy file.
public final class RecordedCalls {
  private RecordedCalls() {}

  /// What to tell of a call that was decided. Only labels: whoever writes the entry adds the ids.
  public static Facts facts(ToolCall call, Decision decision, String policy) {
    return facts(StatedFacts.of(call), call.approval(), decision, policy);
  }

  /// The same for a call that was denied before anybody asked what it would touch.
  public static Facts facts(Request request, Decision.Deny decision, String policy) {
    return facts(StatedFacts.of(request), Approval.NONE, decision, policy);
  }

  static Facts facts(StatedFacts call, Approval approval, Decision decision, String policy) {
    var facts = new EnumMap<Fact, String>(Fact.class);
    facts.put(Fact.TOOL, call.tool().value());
    facts.put(Fact.BACKEND, call.backend().value());
    facts.put(Fact.EFFECT, word(call.effect()));
    facts.put(Fact.CLIENT, call.client().value());
    facts.put(Fact.ROLE, call.role().map(RecordedCalls::word).orElse(""));
    facts.put(Fact.PLAN, call.plan().value());
    facts.put(Fact.PLACES, call.spaces().map(Texts::ofSpaces).orElse(""));
    facts.put(Fact.AMOUNTS, Texts.ofAmounts(call.amounts()));
    facts.put(Fact.POLICY, policy);
    facts.put(Fact.DECISION, word(Outcome.of(decision)));
    facts.put(Fact.RULE, decision.decider().orElse(""));
    facts.put(Fact.REASON, reason(decision).map(Reason::code).orElse(""));
    facts.put(Fact.VERDICTS, Texts.ofNotes(decision.notes()));
    if (approval == Approval.GIVEN) {
      facts.put(Fact.APPROVAL, "given");
    }
    return Facts.of(facts);
  }

  /// What can be read out of an entry.
  public static Reading read(Entry entry) {
    Facts facts = entry.facts();
    if (facts.of(Fact.DECISION).isEmpty()) {
      return new Reading.NoDecision();
    }
    try {
      return read(facts, entry.at());
    } catch (IllegalArgumentException unreadable) {
      return new Reading.Unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  private static Reading read(Facts facts, Instant at) {
    Outcome was = constant(Outcome.class, needed(facts, Fact.DECISION));
    List<Judgement> notes = Texts.toNotes(facts.of(Fact.VERDICTS).orElse(""));
    Optional<String> decider = facts.of(Fact.RULE);
    // a limit or a store can refuse as well, and no policy would have changed that
    if (was != Outcome.ALLOW
        && notes.stream().noneMatch(note -> Optional.of(note.rule()).equals(decider))) {
      return new Reading.Unreadable("no rule of a policy decided it");
    }
    List<Judgement> standing =
        notes.stream().filter(note -> !note.rule().startsWith(OperatorRule.PREFIX)).toList();
    Approval approval = facts.of(Fact.APPROVAL).isPresent() ? Approval.GIVEN : Approval.NONE;
    return new Reading.Decided(
        new Recorded(stated(facts, at), standing, approval, was),
        notes,
        decider,
        facts.of(Fact.POLICY).orElse(""));
  }

  private static StatedFacts stated(Facts facts, Instant at) {
    return new StatedFacts(
        new ToolName(needed(facts, Fact.TOOL)),
        new BackendId(needed(facts, Fact.BACKEND)),
        constant(Effect.class, needed(facts, Fact.EFFECT)),
        new ClientId(Texts.whole(needed(facts, Fact.CLIENT), "the client was masked or cut")),
        facts.of(Fact.ROLE).map(word -> constant(Role.class, word)),
        new PlanId(needed(facts, Fact.PLAN)),
        facts.of(Fact.PLACES).flatMap(Texts::toSpaces),
        at,
        Texts.toAmounts(facts.of(Fact.AMOUNTS).orElse("")));
  }

  private static String needed(Facts facts, Fact fact) {
    return facts
        .of(fact)
        .orElseThrow(
            () -> new IllegalArgumentException("its %s is missing".formatted(fact.word())));
  }

  private static Optional<Reason> reason(Decision decision) {
    return switch (decision) {
      case Decision.Allow _ -> Optional.empty();
      case Decision.Ask ask -> Optional.of(ask.reason());
      case Decision.Deny deny -> Optional.of(deny.reason());
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("`%s` is not known here".formatted(word));
  }

  /// What an entry tells of a decision.
  public sealed interface Reading {
    /// It is one.
    ///
    /// @param notes what each rule said, where it did not simply pass
    /// @param policy the version of the policy that decided
    record Decided(
        Recorded recorded, List<Judgement> notes, Optional<String> decider, String policy)
        implements Reading {
      public Decided {
        notes = List.copyOf(notes);
      }
    }

    /// The entry is about something else.
    record NoDecision() implements Reading {}

    /// It is one, and cannot be decided again.
    record Unreadable(String why) implements Reading {}
  }
}
