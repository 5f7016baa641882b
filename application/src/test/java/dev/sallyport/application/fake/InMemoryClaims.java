package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Claims;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimKey;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.Part;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Claims that are forgotten with the test. An instance lives as long as the test says.
public final class InMemoryClaims implements Claims, Undoable {
  private static final Comparator<Claim> OLDEST_FIRST =
      Comparator.comparing(Claim::claimedAt).thenComparing(claim -> claim.id().value());

  private final Shelf<Row> rows = new Shelf<>();
  private final Map<String, Duration> lives = new ConcurrentHashMap<>();

  /// Lets an instance live, if it is for any time at all; one that was never named is dead.
  public void lives(String node, Duration life) {
    lives.put(node, life);
  }

  @Override
  public Claiming claim(
      TenantScope scope, Claim claim, String node, Sealed arguments, Instant unchosenSince) {
    if (!claim.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a claim is made from within its organization");
    }
    return rows.step(all -> {
      Optional<Row> holder =
          all.values().stream()
              .filter(row -> row.holds(claim.organization(), claim.key()))
              .findAny();
      if (holder.isPresent() && !holder.get().isOver(unchosenSince)) {
        return new Claiming.Held(holder.get().stored());
      }
      holder.ifPresent(row -> all.put(row.claim().id().value(), row.withoutKey()));
      all.put(claim.id().value(), Row.of(claim, node, arguments));
      return new Claiming.Claimed();
    });
  }

  @Override
  public Optional<Stored> holder(TenantScope scope, ClaimKey key, Instant unchosenSince) {
    return rows.all()
        .filter(row -> row.holds(scope.organization(), key))
        .filter(row -> !row.isOver(unchosenSince))
        .map(Row::stored)
        .findAny();
  }

  @Override
  public Optional<Stored> find(TenantScope scope, ClaimId claim) {
    return row(scope, claim).map(Row::stored);
  }

  @Override
  public Moving move(TenantScope scope, Claim known, Next next) {
    Claim moved = known.becomes(next.state(), next.at());
    return rows.step(all -> {
      Optional<Row> before = row(scope, known.id());
      if (before.isEmpty()) {
        return new Moving.NotThere();
      }
      if (before.get().claim().epoch() != known.epoch()) {
        return new Moving.Overtaken(before.get().stored());
      }
      all.put(known.id().value(), before.get().moved(moved, next.answer()));
      return new Moving.Moved(moved);
    });
  }

  @Override
  public List<Claim> unknown(TenantScope scope, GrantId grant, Instant since, int most) {
    return rows.all()
        .filter(row -> row.claim().organization().equals(scope.organization()))
        .filter(row -> row.claim().key().grant().equals(grant))
        .filter(row -> row.claim().state() == ClaimState.UNKNOWN)
        .filter(row -> !row.claim().changedAt().isBefore(since))
        .map(Row::claim)
        .sorted(OLDEST_FIRST)
        .limit(most)
        .toList();
  }

  @Override
  public List<Claim> stranded(String asking, int most) {
    return rows.all()
        .filter(row -> row.claim().state().isOpen())
        .filter(row -> !row.node().equals(asking))
        .filter(row -> !lives.getOrDefault(row.node(), Duration.ZERO).isPositive())
        .map(Row::claim)
        .sorted(OLDEST_FIRST)
        .limit(most)
        .toList();
  }

  @Override
  public PartStart startPart(TenantScope scope, Claim known, int number, Instant at) {
    return rows.step(all -> {
      Optional<Row> before = row(scope, known.id());
      if (before.isPresent() && before.get().parts().containsKey(number)) {
        return PartStart.ALREADY;
      }
      if (before.filter(row -> row.isSentAs(known)).isEmpty()) {
        return PartStart.OVERTAKEN;
      }
      all.put(known.id().value(), before.get().with(new Part(number, Part.State.STARTED, "")));
      return PartStart.STARTED;
    });
  }

  @Override
  public void endPart(TenantScope scope, ClaimId claim, Part part, Instant at) {
    if (part.state() == Part.State.STARTED) {
      throw new IllegalArgumentException("a part that ends is not just started");
    }
    rows.step(all -> {
      row(scope, claim)
          .filter(row -> row.isUnsettled(part.number()))
          .ifPresent(row -> all.put(claim.value(), row.with(part)));
      return part;
    });
  }

  @Override
  public List<Part> parts(TenantScope scope, ClaimId claim) {
    return row(scope, claim).map(row -> List.copyOf(row.parts().values())).orElse(List.of());
  }

  @Override
  public Runnable snapshot() {
    return rows.snapshot();
  }

  private Optional<Row> row(TenantScope scope, ClaimId id) {
    return rows.get(id.value())
        .filter(row -> row.claim().organization().equals(scope.organization()));
  }

  private record Row(Stored stored, String node, boolean holdsKey, Map<Integer, Part> parts) {
    Row {
      parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    static Row of(Claim claim, String node, Sealed arguments) {
      return new Row(
          new Stored(claim, Optional.of(arguments), Optional.empty()), node, true, Map.of());
    }

    Claim claim() {
      return stored.claim();
    }

    boolean holds(OrganizationId organization, ClaimKey key) {
      return holdsKey && claim().organization().equals(organization) && claim().key().equals(key);
    }

    boolean isOver(Instant unchosenSince) {
      return !claim().key().chosen()
          && claim().state() == ClaimState.DONE
          && claim().changedAt().isBefore(unchosenSince);
    }

    boolean isSentAs(Claim known) {
      return claim().state() == ClaimState.SENDING && claim().epoch() == known.epoch();
    }

    boolean isUnsettled(int number) {
      Part part = parts.get(number);
      return part != null
          && (part.state() == Part.State.STARTED || part.state() == Part.State.UNKNOWN);
    }

    Row moved(Claim next, Optional<Sealed> answer) {
      boolean settled =
          next.state() == ClaimState.DONE || next.state() == ClaimState.FAILED_BEFORE_SEND;
      return new Row(
          new Stored(next, settled ? Optional.empty() : stored.arguments(), answer),
          node,
          next.state() != ClaimState.FAILED_BEFORE_SEND,
          parts);
    }

    Row withoutKey() {
      return new Row(stored, node, false, parts);
    }

    Row with(Part part) {
      var all = new TreeMap<>(parts);
      all.put(part.number(), part);
      return new Row(stored, node, holdsKey, all);
    }
  }
}
