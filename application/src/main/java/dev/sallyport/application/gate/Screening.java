package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.domain.policy.CallerRule;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.Reasons;
import dev.sallyport.domain.policy.Request;
import dev.sallyport.domain.tool.ToolSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands against a call before anybody knows what it would touch, and how much of that its
/// caller is told.
final class Screening {
  /// The rule that stands against what there is not.
  static final String UNKNOWN = "tool-is-known";

  private static final Set<String> OF_CALLERS =
      Set.of(CallerRule.GRANT_IS_LIVE.title(), CallerRule.PERSON_BELONGS.title());
  private static final Set<String> HIDDEN =
      Set.of(
          CallerRule.BACKEND_IS_REACHED.title(),
          CallerRule.CLIENT_IS_OFFERED_TOOL.title(),
          CallerRule.ROLE_ALLOWS_EFFECT.title());

  private final Catalogue catalogue;
  private final Policies policies;
  private final InstantSource clock;

  Screening(Catalogue catalogue, Policies policies, InstantSource clock) {
    this.catalogue = catalogue;
    this.policies = policies;
    this.clock = clock;
  }

  /// What stands against every call of the tool, apart from its account.
  Optional<Decision.Deny> of(Caller caller, Offer<?, ?> offer, Entitled entitled) {
    return policies
        .current()
        .screen(request(caller, offer, entitled, Request.Link.LIVE, clock.instant()));
  }

  /// What stands against every call of any tool, so that it sounds the same for names there are and
  /// names there are not.
  Optional<Decision.Deny> of(Caller caller, Entitled entitled) {
    return catalogue.all().stream()
        .findFirst()
        .flatMap(any -> of(caller, any, entitled))
        .filter(denial -> OF_CALLERS.contains(denial.rule()));
  }

  /// How much of it is there for the caller.
  Sight sight(Caller caller, Offer<?, ?> offer, Entitled entitled) {
    return of(caller, offer, entitled)
        .map(denial -> hides(denial) ? Sight.HIDDEN : Sight.REFUSED)
        .orElse(Sight.OPEN);
  }

  /// Whether what is told of it is told of names there are not as well.
  static boolean isOfAnyName(Decision.Deny denial) {
    return hides(denial) || OF_CALLERS.contains(denial.rule());
  }

  static Outcome told(Decision.Deny denial) {
    return hides(denial) ? new Outcome.UnknownTool() : refused(denial);
  }

  /// What a grant was given nothing of, or its client is not offered, it does not learn of. What
  /// its scope or plan lacks it is told, because hosts need to hear that to ask for more.
  private static boolean hides(Decision.Deny denial) {
    return HIDDEN.contains(denial.rule());
  }

  static Outcome refused(Decision.Deny denial) {
    return new Outcome.Refused(denial.rule(), denial.reason(), denial.notes());
  }

  static Outcome credentialStale(Call<?, ?> call) {
    return new Outcome.Refused(
        CallerRule.ACCOUNT_IS_LINKED.title(),
        Reasons.accountStale(call.offer().backend().id()),
        List.of());
  }

  /// Tool sets choose among tools. What backends offer besides belongs to the reach, and what one
  /// of the gateway's tools asks of them to that tool.
  static ToolSet offered(Offer<?, ?> offer, Entitled entitled) {
    return offer.besides() ? ToolSet.EVERYTHING : entitled.offered();
  }

  static Request request(
      Caller caller, Offer<?, ?> offer, Entitled entitled, Request.Link link, Instant at) {
    return new Request(
        entitled.grant(),
        caller.token(),
        entitled.belonging(),
        entitled.plan(),
        offered(offer, entitled),
        offer.backend().id(),
        offer.backend().kind(),
        offer.spec(),
        link,
        at);
  }

  /// What a caller sees of an offer, the most first.
  enum Sight {
    OPEN,
    /// It is told what stands against it.
    REFUSED,
    /// It is told what it is told of what there is not.
    HIDDEN
  }
}
