package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.kill.Arrivals.Arrival;
import dev.sallyport.adapters.out.jdbc.StoredClaims;
import dev.sallyport.adapters.testbed.SlimHouse;
import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.domain.ledger.Verification.Verdict;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Window;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Looks at all that a killed worker left, once its claims were ended.
final class Inspection {
  private static final String UNSENT = "FAILED_BEFORE_SEND";
  private static final Set<String> CHARGED = Set.of("DONE", "UNKNOWN");

  private final SlimHouse house;
  private final List<StoredClaims.Row> claims;
  private final List<Arrival> arrivals;
  private final Instant now;
  private final List<String> faults = new ArrayList<>();

  Inspection(SlimHouse house, Arrivals arrivals, Instant now) {
    this.house = house;
    this.claims = house.get(StoredClaims.class).all();
    this.arrivals = arrivals.all();
    this.now = now;
  }

  List<String> faults() {
    duplicates("claim", Arrival::claim);
    duplicates("letter", Arrival::text);
    lookAtClaims();
    lookAtQuotas();
    lookAtLedger();
    return List.copyOf(faults);
  }

  /// How the write of that name is found.
  String finding(String name) {
    boolean sent = arrivals.stream().anyMatch(arrival -> arrival.text().equals(name));
    String key = keyOf(name);
    return claims.stream()
        .filter(claim -> claim.key().equals(key))
        .map(claim -> claim.state() + (sent ? ", sent" : ", not sent"))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" and "), found -> found.isEmpty() ? nothing(sent) : found));
  }

  /// Claims lie under hashes of their keys, made with the person's own.
  private String keyOf(String name) {
    var context =
        SealContext.of(
            "idempotency-key", house.scope().organization(), house.caller().grant().value());
    if (house.get(PersonKeys.class).keyOf(SlimHouse.person())
            instanceof PersonKeys.Holding.Present(var wrapped)
        && house
                .get(Vault.class)
                .unlock(wrapped, new Lock.ServerSealed(), SealContext.ofKey(SlimHouse.person()))
            instanceof Vault.Unlocking.Unlocked(var key)) {
      return key.pseudonym(context, name).hex();
    }
    throw new IllegalStateException("the person's key does not open");
  }

  private static String nothing(boolean sent) {
    return sent ? "none, sent" : "none";
  }

  private void duplicates(String what, Function<Arrival, String> by) {
    arrivals.stream()
        .collect(Collectors.groupingBy(by, Collectors.counting()))
        .forEach((name, count) -> {
          if (count > 1) {
            faults.add("%s %s arrived %d times".formatted(what, name, count));
          }
        });
  }

  private void lookAtClaims() {
    Set<String> arrived = arrivals.stream().map(Arrival::claim).collect(Collectors.toSet());
    for (StoredClaims.Row claim : claims) {
      boolean sent = arrived.contains(claim.claim());
      boolean fits =
          switch (claim.state()) {
            case "DONE" -> sent;
            case UNSENT -> !sent;
            case "UNKNOWN" -> true;
            default -> false;
          };
      if (!fits) {
        faults.add("%s, arrived: %s".formatted(claim, sent));
      }
    }
    Set<String> stored = claims.stream().map(StoredClaims.Row::claim).collect(Collectors.toSet());
    arrived.stream()
        .filter(claim -> !stored.contains(claim))
        .forEach(claim -> faults.add("claim %s arrived and is not stored".formatted(claim)));
  }

  private void lookAtQuotas() {
    house.get(MeterUpkeep.class).differences(Window.dayOf(now).starts()).stream()
        .map(difference -> "events and counter differ: " + difference)
        .forEach(faults::add);
    long charged = claims.stream().filter(claim -> CHARGED.contains(claim.state())).count();
    Meter.Usage expected = new Meter.Usage(charged, 0);
    SlimHouse.plan()
        .allowance(Overage.BLOCK, 1)
        .charges(SlimHouse.person(), house.scope().organization(), now)
        .stream()
        .map(charge -> house.get(Meter.class).usage(house.scope(), charge))
        .filter(usage -> !usage.equals(expected))
        .forEach(usage -> faults.add("%s is counted, %s expected".formatted(usage, expected)));
  }

  private void lookAtLedger() {
    Verdict verdict = house.get(ReadLedger.class).verify(List.of(), _ -> {});
    if (!(verdict instanceof Verdict.Whole whole)) {
      faults.add("the ledger does not verify: " + verdict);
    } else if (whole.unsealed() > 0 || whole.entries() < 2L * claims.size()) {
      faults.add("%s for %d claims".formatted(whole, claims.size()));
    }
  }
}
