package dev.sallyport.domain.policy;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Footprint.Where;
import dev.sallyport.domain.tool.Place;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// The rules about what a call would touch, in the order they are asked.
public enum FootprintRule implements Rule {
  EFFECT_IS_DECLARED,
  PLACES_ARE_NAMED,
  PLACES_ARE_OF_THE_BACKEND,
  SPACES_ARE_ALLOWED,
  PRIVATE_PLACES_ARE_ALLOWED,
  NARROWING_KEEPS_PLACES,
  NARROWING_KEEPS_RECIPIENTS,
  BUDGET_HOLDS,
  TAINT_STAYS_HOME;

  @Override
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Verdict verdict(ToolCall call) {
    Grant grant = call.request().grant();
    return switch (this) {
      case EFFECT_IS_DECLARED ->
          unless(
              call.footprint().effect() == call.request().tool().effect(),
              Reasons.effectUndeclared());
      case PLACES_ARE_NAMED -> unless(placesAreNamed(call), Reasons.placesUnnamed());
      case PLACES_ARE_OF_THE_BACKEND ->
          unless(
              each(call, place -> place.backend().equals(call.request().backend())),
              Reasons.placeElsewhere());
      case SPACES_ARE_ALLOWED ->
          unless(
              each(call, place -> place instanceof Place.InPrivate || consented(grant, place)),
              Reasons.spaceNotAllowed());
      case PRIVATE_PLACES_ARE_ALLOWED ->
          unless(
              each(call, place -> place instanceof Place.InSpace || consented(grant, place)),
              Reasons.privateNotAllowed());
      case NARROWING_KEEPS_PLACES ->
          unless(each(call, grant.narrowing()::keeps), Reasons.placeNarrowed());
      case NARROWING_KEEPS_RECIPIENTS ->
          unless(
              grant.narrowing().keepsRecipientsOf(call.footprint()), Reasons.recipientNarrowed());
      case BUDGET_HOLDS -> budgetHolds(call, grant.budget());
      case TAINT_STAYS_HOME -> taintStaysHome(call);
    };
  }

  private static Verdict unless(boolean met, Reason reason) {
    return met ? Verdict.PASSES : reason.refuses();
  }

  private static boolean consented(Grant grant, Place place) {
    return grant.reach(place.backend()).covers(place);
  }

  private static boolean each(ToolCall call, Predicate<Place> holds) {
    if (call.footprint().where() instanceof Where.Named(Set<Place> places)) {
      for (Place place : places) {
        if (!holds.test(place)) {
          return false;
        }
      }
    }
    return true;
  }

  /// A tool bound to places names them in each call; and whatever changes something names what it
  /// changes.
  private static boolean placesAreNamed(ToolCall call) {
    return switch (call.footprint().where()) {
      case Where.Named(var places) -> !places.isEmpty();
      case Where.WithinReach _ ->
          !call.request().tool().placed() && call.footprint().effect() == Effect.READ;
      case Where.Nowhere _ -> !call.request().tool().placed();
    };
  }

  private static Verdict budgetHolds(ToolCall call, Budget budget) {
    if (call.footprint().effect() != Effect.SEND) {
      return Verdict.PASSES;
    }
    Sent today = call.history().today();
    Sent more = call.history().call();
    int sends = Math.max(more.sends(), call.footprint().sends());
    if (exceeds(today.sends(), sends, budget.sends())) {
      return Reasons.sendsSpent(budget.sends()).refuses();
    }
    if (exceeds(today.recipients(), more.recipients(), budget.recipients())) {
      return Reasons.recipientsSpent(budget.recipients()).refuses();
    }
    return exceeds(today.newcomers(), more.newcomers(), budget.newcomers())
        ? Reasons.newcomersSpent(budget.newcomers()).refuses()
        : Verdict.PASSES;
  }

  // as a long, or a huge count would come out small
  private static boolean exceeds(int used, int more, int budget) {
    return (long) used + more > budget;
  }

  private static Verdict taintStaysHome(ToolCall call) {
    Footprint footprint = call.footprint();
    History history = call.history();
    if (footprint.effect() != Effect.SEND
        || !history.taint().reachesAnother(footprint, call.request().at())) {
      return Verdict.PASSES;
    }
    return switch (history.mode()) {
      case ASK -> Reasons.taintedSend().asks();
      case WARN -> Reasons.taintedSend().warns();
    };
  }
}
