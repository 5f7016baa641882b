package dev.sallyport.domain.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Scope;
import java.time.Instant;

/// Everything the standing rules say, in one place. None of it names what a grant does not reach.
///
/// The sentences are joined and not formatted, because refusals are made in nanoseconds too.
public final class Reasons {
  private static final String AGAIN = "Connect again and choose what to allow.";
  private static final String WIDEN = "Connect again and tick it, if it should be allowed.";
  private static final String TOMORROW = "It starts anew at 00:00 UTC.";

  private Reasons() {}

  static Reason grantRevoked() {
    return new Reason("grant_revoked", "This connection was taken back.", AGAIN);
  }

  static Reason grantExpired(Instant at) {
    return new Reason("grant_expired", "This connection ended at " + at + ".", AGAIN);
  }

  static Reason apart(Belonging.Apart apart) {
    return switch (apart) {
      case LEFT ->
          new Reason(
              "not_a_member",
              "The person is no longer a member of this organization.",
              "Ask an owner of the organization to be invited again.");
      case PERSON_SUSPENDED ->
          new Reason(
              "person_suspended",
              "The person is suspended.",
              "Ask the operator why, and for how long.");
      case ORGANIZATION_SUSPENDED ->
          new Reason(
              "organization_suspended",
              "The organization is suspended.",
              "Ask an owner of the organization to speak to the operator.");
    };
  }

  static Reason roleForbids() {
    return new Reason(
        "role_forbids",
        "The person's role in the organization does not allow this.",
        "Ask an owner or admin of the organization for another role.");
  }

  static Reason scopeMissing(Scope scope) {
    return new Reason(
        "scope_missing",
        "This connection lacks the right `" + scope.value() + "`.",
        "Connect again and allow it.");
  }

  static Reason planLacksTool(String plan) {
    return new Reason(
        "plan_lacks_tool",
        "The organization's plan (" + plan + ") does not include this tool.",
        "An owner of the organization can change the plan.");
  }

  static Reason planAsks(String plan) {
    return new Reason(
        "plan_asks",
        "Under the organization's plan (" + plan + ") each such call is approved by the person.",
        "Open the approval and decide.");
  }

  static Reason backendNotReached() {
    return new Reason(
        "backend_not_reached", "Nothing of this system was allowed to this connection.", WIDEN);
  }

  static Reason toolNotOffered() {
    return new Reason(
        "tool_not_offered",
        "The operator does not offer this tool to this client.",
        "Ask the operator to add it to the client's tool set.");
  }

  static Reason narrowedToReading() {
    return new Reason(
        "narrowed_to_reading", "The person narrowed this connection to reading.", AGAIN);
  }

  static Reason accountMissing(BackendId backend) {
    return new Reason(
        "account_missing",
        "The person has not linked an account of `" + backend.value() + "`.",
        "Link the account and call again.");
  }

  public static Reason accountStale(BackendId backend) {
    return new Reason(
        "account_stale",
        "`" + backend.value() + "` no longer takes the linked account.",
        "Link the account again.");
  }

  static Reason effectUndeclared() {
    return new Reason(
        "effect_undeclared",
        "This call would do something other than its tool declares.",
        "This is a fault of the backend's adapter: tell the operator.");
  }

  static Reason placesUnnamed() {
    return new Reason(
        "places_unnamed",
        "This call does not say which places it touches.",
        "Name the space or conversation.");
  }

  static Reason placeElsewhere() {
    return new Reason(
        "place_elsewhere",
        "This call would touch a place of another system than its tool's.",
        "This is a fault of the backend's adapter: tell the operator.");
  }

  static Reason spaceNotAllowed() {
    return new Reason(
        "space_not_allowed", "This connection was not allowed to use that space.", WIDEN);
  }

  static Reason privateNotAllowed() {
    return new Reason(
        "private_not_allowed",
        "This connection was not allowed to use private conversations of that sort.",
        WIDEN);
  }

  static Reason placeNarrowed() {
    return new Reason(
        "place_narrowed", "The person took that place back from this connection.", AGAIN);
  }

  static Reason recipientNarrowed() {
    return new Reason(
        "recipient_narrowed",
        "The person narrowed to whom this connection may send.",
        "Choose one of the recipients that are left, or connect again.");
  }

  /// Also what the store says when others spent the rest in the meantime.
  public static Reason sendsSpent(int budget) {
    return new Reason(
        "sends_spent", "This connection may send " + budget + " times a day.", TOMORROW);
  }

  public static Reason recipientsSpent(int budget) {
    return new Reason(
        "recipients_spent",
        "This connection may send to " + budget + " recipients a day.",
        TOMORROW);
  }

  public static Reason newcomersSpent(int budget) {
    return new Reason(
        "newcomers_spent",
        "This connection may send to " + budget + " new recipients a day.",
        TOMORROW);
  }

  /// What the store says when an approval was used or ran out in the meantime.
  public static Reason approvalSpent() {
    return new Reason(
        "approval_spent",
        "The approval of this call was used before, or has expired.",
        "Call again to ask anew.");
  }

  static Reason taintedSend() {
    return new Reason(
        "tainted_send",
        "This connection has read what outsiders wrote, and this would be sent to somebody else.",
        "Open the approval and decide.");
  }

  static Reason figureMissing() {
    return new Reason(
        "figure_missing",
        "A rule of the operator bounds a figure that this tool does not declare.",
        "Tell the operator to correct the rule.");
  }

  static Reason ruleFailed(String how) {
    return new Reason(
        "rule_failed",
        "This rule could not decide (" + how + "), so the answer is no.",
        "This is a fault of Sallyport: tell the operator.");
  }
}
