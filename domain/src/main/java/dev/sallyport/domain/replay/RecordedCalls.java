package dev.sallyport.domain.replay;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Kind;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the ledger tells of a decision: enough to explain it, and to decide again under another
/// policy file.
public final class RecordedCalls {
  private RecordedCalls() {}

  /// What to tell of a call that was decided. Only labels: whoever writes the entry adds the ids.
  public static Facts.Draft draft(ToolCall call, Decision decision, String policy) {
    Set<SpaceId> ticked = call.request().grant().reach(call.request().backend()).spaces();
    return draft(StatedFacts.of(call), ticked, call.approval(), decision, policy);
  }

  /// The same for a call that was denied before anybody asked what it would touch.
  public static Facts.Draft draft(Request request, Decision.Deny decision, String policy) {
    return draft(StatedFacts.of(request), Set.of(), Approval.NONE, decision, policy);
  }

  static Facts.Draft draft(
      StatedFacts call, Set<SpaceId> ticked, Approval approval, Decision decision, String policy) {
    return Facts.draft()
        .tell(Fact.TOOL, call.tool().value())
        .tell(Fact.BACKEND, call.backend().value())
        .tell(Fact.EFFECT, word(call.effect()))
        .tell(Fact.CLIENT, call.client().value())
        .tell(Fact.ROLE, call.role().map(RecordedCalls::word).orElse(""))
        .tell(Fact.PLAN, call.plan().value())
        .tell(Fact.PLACES, call.spaces().map(it -> Texts.ofSpaces(it, ticked)).orElse(""))
        .tell(Fact.AMOUNTS, Texts.ofAmounts(call.amounts()))
        .tell(Fact.POLICY, policy)
        .tell(Fact.DECISION, word(Outcome.of(decision)))
        .tell(Fact.RULE, decision.decider().orElse(""))
        .tell(Fact.REASON, reason(decision).map(Reason::code).orElse(""))
        .tell(Fact.VERDICTS, Texts.ofNotes(decision.notes()))
        .tell(Fact.APPROVAL, approval == Approval.GIVEN ? "given" : "");
  }

  /// What can be read out of an entry.
  public static Reading read(Entry entry) {
    Facts facts = entry.facts();
    if (facts.of(Fact.DECISION).isEmpty()) {
      return new Reading.NoDecision();
    }
    try {
      return read(facts, entry.kind(), entry.at());
    } catch (IllegalArgumentException unreadable) {
      return new Reading.Unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  private static Reading read(Facts facts, Kind kind, Instant at) {
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
    Approval approval = approved(facts, kind) ? Approval.GIVEN : Approval.NONE;
    return new Reading.Decided(
        new Recorded(stated(facts, at), standing, approval, was),
        notes,
        decider,
        facts.of(Fact.POLICY).orElse(""));
  }

  private static boolean approved(Facts facts, Kind kind) {
    return switch (kind) {
      // what was done before is told again without one
      case REPEATED -> true;
      // the one that is named here is still to be given
      case ASKED -> false;
      default -> facts.of(Fact.APPROVAL).isPresent();
    };
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
