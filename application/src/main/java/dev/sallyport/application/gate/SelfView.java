package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Self;
import dev.sallyport.application.backend.Self.Attention;
import dev.sallyport.application.backend.Self.Left;
import dev.sallyport.application.backend.Self.Standing;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Kept.Choice;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.policy.Belonging;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells whoever calls who they are here, and how things stand for them.
final class SelfView {
  /// How long before its end a connection is said to end soon.
  static final Duration SOON = Duration.ofDays(7);

  /// How long what was perhaps sent is worth mentioning.
  static final Duration UNKNOWN_FOR = Duration.ofDays(30);

  private static final int MOST = 100;

  private final List<Backend> backends;
  private final Credentials credentials;
  private final People people;
  private final Organizations organizations;
  private final Approvals approvals;
  private final Claims claims;
  private final Meter meter;
  private final Alarms alarms;

  SelfView(List<Backend> backends, Credentials credentials, Means means) {
    this.backends = backends.stream().sorted(Comparator.comparing(it -> it.id().value())).toList();
    this.credentials = credentials;
    this.people = means.people();
    this.organizations = means.organizations();
    this.approvals = means.approvals();
    this.claims = means.claims();
    this.meter = means.meter();
    this.alarms = means.alarms();
  }

  Self of(Call<?, ?> call) {
    Entitled entitled = call.entitled();
    Grant grant = entitled.grant();
    Optional<Person> person = people.find(grant.person());
    Organization organization = organizations.find(call.scope()).orElseThrow();
    List<Counted> counted = counted(call);
    List<Standing> standings =
        backends.stream()
            .filter(backend -> !grant.reach(backend.id()).isNowhere())
            .map(backend -> standing(call, backend))
            .toList();
    return new Self(
        grant.person(),
        person.flatMap(Person::email),
        person.map(Person::locale).filter(it -> !it.equals(Locale.ROOT)),
        organization.name(),
        organization.slug(),
        role(entitled.belonging()),
        entitled.plan().name(),
        counted.stream().map(Counted::left).toList(),
        grant.scopes().all().stream().sorted(Comparator.comparing(Scope::value)).toList(),
        grant.expiresAt(),
        grant.narrowing().readOnly(),
        standings,
        attention(call, standings, counted));
  }

  // whoever has no role was refused before anything was asked
  private static Role role(Belonging belonging) {
    if (belonging instanceof Belonging.Member(Role role)) {
      return role;
    }
    throw new IllegalStateException("nobody who does not belong gets here");
  }

  private List<Counted> counted(Call<?, ?> call) {
    return call
        .entitled()
        .allowance()
        .charges(call.caller().person(), call.scope().organization(), call.at())
        .stream()
        .filter(charge -> charge.quota().isBounded())
        .map(charge -> counted(call, charge))
        .toList();
  }

  private Counted counted(Call<?, ?> call, Charge charge) {
    Meter.Usage usage = meter.usage(call.scope(), charge);
    long used = usage.used() + usage.reserved();
    long quota = charge.quota().most();
    return new Counted(
        new Left(
            charge.level(),
            charge.window().span(),
            quota,
            Math.max(0, quota - used),
            charge.window().resetsAt()),
        charge.isNearlyUsedUpAt(used));
  }

  private Standing standing(Call<?, ?> call, Backend backend) {
    Grant grant = call.entitled().grant();
    Reach reach = grant.reach(backend.id());
    Optional<Kept> kept = Optional.ofNullable(grant.narrowing().only().get(backend.id()));
    return new Standing(
        backend.id(),
        backend.kind(),
        credentials.of(call.scope(), grant, backend).link(),
        health(call, backend),
        reach.spaces().stream()
            .filter(space -> kept.map(it -> it.spaces().holds(space)).orElse(true))
            .sorted(Comparator.comparing(SpaceId::value))
            .toList(),
        reach.privates().stream()
            .filter(_ -> kept.map(it -> it.spaces() instanceof Choice.All).orElse(true))
            .sorted(Comparator.comparing(PrivateKind::value))
            .toList(),
        kept.map(it -> it.conversations() instanceof Choice.Only).orElse(false));
  }

  private Health health(Call<?, ?> call, Backend backend) {
    try {
      return backend.health();
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Bug(call.id(), call.offer().name(), fault));
      return new Health.Down("nobody knows");
    }
  }

  private List<Attention> attention(
      Call<?, ?> call, List<Standing> standings, List<Counted> counted) {
    List<Attention> all = new ArrayList<>();
    if (standings.isEmpty()) {
      all.add(new Attention.NothingReached());
    }
    standings.forEach(standing -> ofAccount(standing).ifPresent(all::add));
    int waiting = waiting(call);
    if (waiting > 0) {
      all.add(new Attention.ApprovalsWaiting(waiting));
    }
    int unknown =
        claims
            .unknown(call.scope(), call.caller().grant(), call.at().minus(UNKNOWN_FOR), MOST)
            .size();
    if (unknown > 0) {
      all.add(new Attention.OutcomesUnknown(unknown));
    }
    counted.stream()
        .filter(Counted::nearlyUsedUp)
        .map(it -> new Attention.QuotaNearlyUsedUp(it.left()))
        .forEach(all::add);
    Grant grant = call.entitled().grant();
    if (!grant.expiresAt().isAfter(call.at().plus(SOON))) {
      all.add(new Attention.ExpiresSoon(grant.expiresAt()));
    }
    return all;
  }

  // what another connection of the person asked is no business of this one
  private int waiting(Call<?, ?> call) {
    return (int)
        approvals.open(call.scope(), call.caller().person(), call.at()).stream()
            .filter(approval -> approval.grant().equals(call.caller().grant()))
            .count();
  }

  private static Optional<Attention> ofAccount(Standing standing) {
    BackendId backend = standing.id();
    return switch (standing.link()) {
      case MISSING -> Optional.of(new Attention.AccountMissing(backend));
      case STALE -> Optional.of(new Attention.AccountStale(backend));
      case LIVE, NOT_NEEDED -> Optional.empty();
    };
  }

  private record Counted(Left left, boolean nearlyUsedUp) {}
}
