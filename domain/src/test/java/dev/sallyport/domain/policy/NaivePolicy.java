package dev.sallyport.domain.policy;

import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.policy.Situation.Life;
import dev.sallyport.domain.policy.Situation.Narrowed;
import dev.sallyport.domain.policy.Situation.OnPlan;
import dev.sallyport.domain.policy.Situation.Read;
import dev.sallyport.domain.policy.Situation.Right;
import dev.sallyport.domain.policy.Situation.Spent;
import dev.sallyport.domain.policy.Situation.Ticked;
import dev.sallyport.domain.policy.Situation.To;
import dev.sallyport.domain.policy.Situation.Touch;
import dev.sallyport.domain.policy.Situation.Who;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tool.Effect;
import java.util.ArrayList;
import java.util.List;

/// What should become of a situation, worked out from the words of the plan by somebody who has not
/// seen the rules: it shares no line with them.
final class NaivePolicy {
  private static final String REFUSES = " refuses ";
  private static final String ASKS = " asks ";

  private NaivePolicy() {}

  /// Every note as "rule verdict code", in the order of the rules.
  static List<String> notes(Situation it) {
    var notes = new ArrayList<String>(4);
    caller(it, notes);
    footprint(it, notes);
    places(it, notes);
    if (it.done() == Effect.SEND) {
      sending(it, notes);
    }
    return notes;
  }

  /// The outcome, and the note that made it.
  static String outcome(List<String> notes, boolean approved) {
    for (String note : notes) {
      if (note.contains(REFUSES)) {
        return "deny: " + note;
      }
    }
    for (String note : notes) {
      if (note.contains(ASKS) && !approved) {
        return "ask: " + note;
      }
    }
    return "allow";
  }

  private static void caller(Situation it, List<String> notes) {
    if (it.life() == Life.REVOKED || it.life() == Life.REVOKED_AND_EXPIRED) {
      notes.add("grant-is-live refuses grant_revoked");
    }
    if (it.life() == Life.EXPIRED) {
      notes.add("grant-is-live refuses grant_expired");
    }
    if (it.who() == Who.LEFT) {
      notes.add("person-belongs refuses not_a_member");
    }
    if (it.who() == Who.PERSON_SUSPENDED) {
      notes.add("person-belongs refuses person_suspended");
    }
    if (it.who() == Who.ORGANIZATION_SUSPENDED) {
      notes.add("person-belongs refuses organization_suspended");
    }
    boolean works = it.who() == Who.OWNER || it.who() == Who.ADMIN || it.who() == Who.MEMBER;
    if (!works) {
      notes.add("role-allows-effect refuses role_forbids");
    }
    if (it.placed() && it.ticked() == Ticked.NOTHING && !it.toggled()) {
      notes.add("backend-is-reached refuses backend_not_reached");
    }
    if (!it.offered()) {
      notes.add("client-is-offered-tool refuses tool_not_offered");
    }
    if (it.right() == Right.NOT_GRANTED || it.right() == Right.NOT_IN_TOKEN) {
      notes.add("scope-covers-tool refuses scope_missing");
    }
    if (it.onPlan() == OnPlan.NOT_INCLUDED) {
      notes.add("plan-includes-tool refuses plan_lacks_tool");
    }
    if (it.onPlan() == OnPlan.WITH_APPROVAL) {
      notes.add("plan-includes-tool asks plan_asks");
    }
    if (it.narrowed() == Narrowed.TO_READING && it.effect() != Effect.READ) {
      notes.add("narrowing-allows-effect refuses narrowed_to_reading");
    }
    if (it.link() == Link.MISSING) {
      notes.add("account-is-linked refuses account_missing");
    }
    if (it.link() == Link.STALE) {
      notes.add("account-is-linked refuses account_stale");
    }
  }

  private static void footprint(Situation it, List<String> notes) {
    if (!it.asDeclared()) {
      notes.add("effect-is-declared refuses effect_undeclared");
    }
    boolean unnamed = false;
    if (it.touch() == Touch.NO_PLACE) {
      unnamed = true;
    }
    if (it.touch() == Touch.NOWHERE && it.placed()) {
      unnamed = true;
    }
    if (it.touch() == Touch.WITHIN_REACH && (it.placed() || it.done() != Effect.READ)) {
      unnamed = true;
    }
    if (unnamed) {
      notes.add("places-are-named refuses places_unnamed");
    }
    if (it.touch() == Touch.ANOTHER_BACKEND) {
      notes.add("places-are-of-the-backend refuses place_elsewhere");
    }
  }

  private static void places(Situation it, List<String> notes) {
    boolean inSales = it.touch() == Touch.SPACE || it.touch() == Touch.CONVERSATION;
    boolean neverTicked = it.touch() == Touch.ANOTHER_BACKEND || it.touch() == Touch.BOTH_SPACES;
    if (neverTicked || (inSales && it.ticked() != Ticked.SPACE)) {
      notes.add("spaces-are-allowed refuses space_not_allowed");
    }
    if (it.touch() == Touch.PRIVATE && !it.toggled()) {
      notes.add("private-places-are-allowed refuses private_not_allowed");
    }
    if (isTakenBack(it)) {
      notes.add("narrowing-keeps-places refuses place_narrowed");
    }
  }

  private static boolean isTakenBack(Situation it) {
    boolean inPhone =
        it.touch() == Touch.SPACE
            || it.touch() == Touch.CONVERSATION
            || it.touch() == Touch.PRIVATE
            || it.touch() == Touch.BOTH_SPACES;
    if (!inPhone) {
      return false;
    }
    if (it.narrowed() == Narrowed.TO_SPACE) {
      return it.touch() == Touch.PRIVATE || it.touch() == Touch.BOTH_SPACES;
    }
    if (it.narrowed() == Narrowed.TO_CONVERSATION) {
      return it.touch() == Touch.SPACE || it.touch() == Touch.BOTH_SPACES;
    }
    return it.narrowed() == Narrowed.TO_OTHER_SPACE
        || it.narrowed() == Narrowed.TO_OTHER_CONVERSATION;
  }

  private static void sending(Situation it, List<String> notes) {
    boolean onlyToCustomer = it.to() == To.CUSTOMER;
    if (it.narrowed() == Narrowed.TO_NOBODY
        || (it.narrowed() == Narrowed.TO_CUSTOMERS && !onlyToCustomer)) {
      notes.add("narrowing-keeps-recipients refuses recipient_narrowed");
    }
    if (it.spent() == Spent.SENDS) {
      notes.add("budget-holds refuses sends_spent");
    }
    if (it.spent() == Spent.RECIPIENTS) {
      notes.add("budget-holds refuses recipients_spent");
    }
    if (it.spent() == Spent.NEWCOMERS) {
      notes.add("budget-holds refuses newcomers_spent");
    }
    if (tellsAnother(it)) {
      notes.add(
          it.mode() == TaintMode.ASK
              ? "taint-stays-home asks tainted_send"
              : "taint-stays-home warns tainted_send");
    }
  }

  private static boolean tellsAnother(Situation it) {
    if (it.read() == Read.NOTHING
        || it.read() == Read.STRANGER_LONG_AGO
        || it.read() == Read.TOO_MANY_LONG_AGO) {
      return false;
    }
    boolean readInSales =
        it.read() == Read.CUSTOMER_IN_SALES || it.read() == Read.SOMEBODY_IN_SALES;
    if (it.to() == To.READERS && readInSales && it.touch() == Touch.SPACE) {
      return false;
    }
    return !(it.to() == To.CUSTOMER && it.read() == Read.CUSTOMER_IN_SALES);
  }
}
