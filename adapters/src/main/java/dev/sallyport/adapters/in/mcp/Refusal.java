package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.policy.Reason;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Why a call was not done, in the one shape that every client and model gets to read.
///
/// @param code one word for programs
/// @param rule what decided
record Refusal(
    String code, String rule, String message, String remedy, Optional<Duration> retryAfter) {
  static final String META = "dev.sallyport/refusal";

  private static final String AGAIN = "Call again; nothing was changed.";

  Refusal {
    Objects.requireNonNull(code);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(message);
    Objects.requireNonNull(remedy);
    Objects.requireNonNull(retryAfter);
  }

  static Refusal of(String rule, Reason reason) {
    return plain(reason.code(), rule, reason.sentence(), reason.remedy());
  }

  static Refusal of(Outcome.InvalidArguments invalid) {
    return plain(
        "invalid_arguments",
        "arguments-fit",
        "The arguments do not fit: " + String.join("; ", invalid.faults()) + ".",
        "Correct them and call again; the tool's input schema says what it takes.");
  }

  static Refusal of(Outcome.Limited limited) {
    String name = limited.standing().name();
    boolean ever = limited.retryAfter().isPresent();
    return new Refusal(
        "rate_limited",
        "limit-" + word(limited.standing().level()) + "-" + name.replace('_', '-'),
        (ever
                ? "This is more than the plan allows %s (%d)."
                : "This one call is more than the plan ever allows %s (%d).")
            .formatted(span(name), limited.standing().limit()),
        ever ? "Wait that long, then call again." : "Ask for less in one call.",
        limited.retryAfter());
  }

  static Refusal of(Outcome.QuotaExhausted exhausted, Duration left) {
    return new Refusal(
        "quota_exhausted",
        "quota-" + word(exhausted.level()),
        "The plan's %d calls are used up until %s."
            .formatted(exhausted.limit(), exhausted.resetsAt()),
        "Wait until then, or ask an owner of the organization for another plan.",
        Optional.of(left));
  }

  static Refusal keyReused() {
    return plain(
        "key_reused",
        "one-key-one-write",
        "This idempotencyKey was used for other arguments.",
        "Use a new key for a new write, or the same arguments to see what became of the old one.");
  }

  static Refusal inProgress() {
    return new Refusal(
        "in_progress",
        "one-key-one-write",
        "The same write is under way; nothing was sent a second time.",
        "Call again with the same arguments to hear how it ended.",
        Optional.of(Duration.ofSeconds(2)));
  }

  static Refusal of(Outcome.Failed failed) {
    return plain(
        "backend_failed",
        "backend-answers",
        failed.message(),
        failed.safeToRetry() ? AGAIN : "The same call would end the same; change something.");
  }

  static Refusal of(Outcome.NotThere missing) {
    return plain(
        "not_found",
        "thing-is-there",
        missing.message(),
        "Search again and use an id that the answer names.");
  }

  static Refusal cannotAsk() {
    return plain(
        "cannot_ask",
        "client-can-be-asked",
        "This needs to hear something from the person, and the client cannot ask or got no reply.",
        "Use a client that supports elicitation and event streams, or give all that is needed in"
            + " the arguments.");
  }

  static Refusal withheld() {
    return plain(
        "answer_withheld",
        "answer-within-reach",
        "The answer held something that this connection was not allowed to see.",
        "Tell the person; the operator finds it in the ledger.");
  }

  static Refusal of(Outcome.Abandoned abandoned) {
    return abandoned.deadlinePassed()
        ? plain(
            "timed_out",
            "deadline-holds",
            "It took too long. A read changed nothing; a write is finished all the same.",
            "Call again with the same arguments: a write is not done twice.")
        : plain("cancelled", "caller-waits", "The caller went away.", AGAIN);
  }

  private static String span(String limit) {
    return switch (limit) {
      case "minute" -> "in a minute";
      case "expensive_minute" -> "of expensive calls in a minute";
      case "second" -> "in a second";
      default -> "at once";
    };
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", code).put("rule", rule).put("message", message).put("remedy", remedy);
    retryAfter.ifPresent(it -> json.put("retryAfterSeconds", seconds(it)));
    return json;
  }

  /// Rounded up: whoever comes sooner comes too soon.
  static long seconds(Duration duration) {
    return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
  }

  static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  static Refusal plain(String code, String rule, String message, String remedy) {
    return new Refusal(code, rule, message, remedy, Optional.empty());
  }
}
