package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.application.backend.Self.Attention;
import dev.sallyport.application.backend.Self.Left;
import dev.sallyport.application.backend.Self.Standing;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.policy.Request.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a connection stands, in words for people and models.
final class SelfWords {
  private SelfWords() {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String account(Link link) {
    return switch (link) {
      case LIVE -> "linked";
      case NOT_NEEDED -> "not needed";
      case MISSING -> "not linked yet";
      case STALE -> "has to be linked again";
    };
  }

  /// Why it is down is for operators.
  static String state(Health health) {
    return switch (health) {
      case Health.Up() -> "up";
      case Health.Down _ -> "down";
    };
  }

  static String reach(Standing standing) {
    List<String> parts = new ArrayList<>();
    if (!standing.spaces().isEmpty()) {
      parts.add(
          standing.spaces().stream()
              .map(SpaceId::value)
              .collect(
                  Collectors.joining(", ", counted(standing.spaces().size(), "space") + ": ", "")));
    }
    if (!standing.privates().isEmpty()) {
      parts.add(
          standing.privates().stream()
              .map(PrivateKind::value)
              .collect(Collectors.joining(", ", "private places: ", "")));
    }
    if (parts.isEmpty()) {
      return "nothing is left of it";
    }
    return String.join("; ", parts)
        + (standing.narrowed() ? "; only some conversations there" : "");
  }

  static String sentence(Attention attention) {
    return switch (attention) {
      case Attention.NothingReached() ->
          "This connection reaches nothing yet; the operator can make a key that does, with"
              + " `--reach` or `--private`.";
      case Attention.AccountMissing(BackendId backend) ->
          "No account is linked for `%s` yet; the person can link one.".formatted(backend.value());
      case Attention.AccountStale(BackendId backend) ->
          "`%s` no longer takes the linked account; the person has to link it again."
              .formatted(backend.value());
      case Attention.ApprovalsWaiting(int count) ->
          "%s for the person's answer."
              .formatted(count == 1 ? "1 call waits" : count + " calls wait");
      case Attention.OutcomesUnknown(int count) ->
          "Nobody knows whether %s sent; the person should look."
              .formatted(count == 1 ? "1 thing was" : count + " things were");
      case Attention.QuotaNearlyUsedUp(Left left) ->
          "Of the %s's %d calls a %s, %d are left until %s."
              .formatted(
                  word(left.level()),
                  left.quota(),
                  word(left.span()),
                  left.left(),
                  left.resetsAt());
      case Attention.ExpiresSoon(Instant at) ->
          "This connection ends at %s; the person can connect again.".formatted(at);
    };
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
