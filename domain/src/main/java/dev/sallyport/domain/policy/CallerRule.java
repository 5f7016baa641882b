package dev.sallyport.domain.policy;

import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.tenancy.Act;
import dev.sallyport.domain.tenancy.Role;
import java.util.Locale;

/// The rules about who calls and what they were given, in the order they are asked.
///
/// What reveals least comes first: whoever holds a revoked grant learns nothing of plans or spaces.
public enum CallerRule implements Rule.Early {
  GRANT_IS_LIVE,
  PERSON_BELONGS,
  ROLE_ALLOWS_EFFECT,
  BACKEND_IS_REACHED,
  CLIENT_IS_OFFERED_TOOL,
  SCOPE_COVERS_TOOL,
  PLAN_INCLUDES_TOOL,
  NARROWING_ALLOWS_EFFECT,
  ACCOUNT_IS_LINKED;

  @Override
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Verdict verdict(Request request) {
    return switch (this) {
      case GRANT_IS_LIVE -> grantIsLive(request);
      case PERSON_BELONGS -> personBelongs(request.belonging());
      case ROLE_ALLOWS_EFFECT -> roleAllowsEffect(request);
      case SCOPE_COVERS_TOOL ->
          request.covers(request.tool().scope())
              ? Verdict.PASSES
              : Reasons.scopeMissing(request.tool().scope()).refuses();
      case PLAN_INCLUDES_TOOL -> planIncludesTool(request);
      case BACKEND_IS_REACHED ->
          request.tool().placed() && request.reach().isNowhere()
              ? Reasons.backendNotReached().refuses()
              : Verdict.PASSES;
      case CLIENT_IS_OFFERED_TOOL ->
          request.offered().holds(request.tool().name())
              ? Verdict.PASSES
              : Reasons.toolNotOffered().refuses();
      case NARROWING_ALLOWS_EFFECT ->
          request.grant().narrowing().readOnly() && request.tool().effect().changesSomething()
              ? Reasons.narrowedToReading().refuses()
              : Verdict.PASSES;
      case ACCOUNT_IS_LINKED ->
          switch (request.link()) {
            case LIVE, NOT_NEEDED -> Verdict.PASSES;
            case MISSING -> Reasons.accountMissing(request.backend()).refuses();
            case STALE -> Reasons.accountStale(request.backend()).refuses();
          };
    };
  }

  private static Verdict grantIsLive(Request request) {
    if (request.grant().revokedAt().isPresent()) {
      return Reasons.grantRevoked().refuses();
    }
    return request.grant().isLive(request.at())
        ? Verdict.PASSES
        : Reasons.grantExpired(request.grant().expiresAt()).refuses();
  }

  private static Verdict personBelongs(Belonging belonging) {
    return switch (belonging) {
      case Belonging.Member _ -> Verdict.PASSES;
      case Belonging.Apart apart -> Reasons.apart(apart).refuses();
    };
  }

  // whoever does not belong has no role, and is refused by the rule above as well
  private static Verdict roleAllowsEffect(Request request) {
    Act act =
        request.tool().effect().changesSomething() ? Act.USE_CHANGING_TOOLS : Act.USE_READING_TOOLS;
    return request.belonging() instanceof Belonging.Member(Role role) && role.may(act)
        ? Verdict.PASSES
        : Reasons.roleForbids().refuses();
  }

  private static Verdict planIncludesTool(Request request) {
    return switch (request.plan().entitles(request.tool(), request.kind())) {
      case Entitlement.Included _ -> Verdict.PASSES;
      case Entitlement.WithApproval _ -> Reasons.planAsks(request.plan().name()).asks();
      case Entitlement.NotIncluded _ -> Reasons.planLacksTool(request.plan().name()).refuses();
    };
  }
}
