package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.in.ListTools.Listing;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.domain.id.ToolName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Which tools each caller may know of, remembered as long as nothing it depends on was changed.
/// Rules may depend on the hour, so nothing is remembered for long; what counts is the call.
final class Listings {
  private static final int REMEMBERED = 10_000;
  private static final Duration LASTING = Duration.ofSeconds(2);

  private final Catalogue catalogue;
  private final Entitlements entitlements;
  private final Screening screening;
  private final Policies policies;
  private final InstantSource clock;
  private final Map<String, Listed> listed = new TreeMap<>();
  private final Map<Caller, Remembered> remembered = new ConcurrentHashMap<>();
  private final Map<List<ToolName>, Listing> same = new ConcurrentHashMap<>();

  Listings(
      Catalogue catalogue,
      Entitlements entitlements,
      Screening screening,
      Policies policies,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.entitlements = entitlements;
    this.screening = screening;
    this.policies = policies;
    this.clock = clock;
    for (Offer<?, ?> offer : catalogue.all()) {
      listed.put(
          offer.name().value(),
          new Listed(
              offer.backend().kind(),
              offer.spec(),
              offer.form().inputSchema(),
              offer.form().outputSchema()));
    }
  }

  Listing of(Caller caller) {
    Optional<Entitled> entitled = entitlements.of(caller);
    return entitled.isEmpty() ? listing(List.of()) : of(caller, entitled.get());
  }

  Optional<Listing> known(Caller caller) {
    return entitlements.known(caller).map(entitled -> of(caller, entitled));
  }

  Optional<Listed> find(Caller caller, ToolName name) {
    return entitlements
        .of(caller)
        .flatMap(entitled ->
            catalogue
                .find(name)
                .filter(offer -> screening.of(caller, offer, entitled).isEmpty())
                .map(offer -> listed.get(offer.name().value())));
  }

  List<Listed> all() {
    return List.copyOf(listed.values());
  }

  private Listing of(Caller caller, Entitled entitled) {
    Instant now = clock.instant();
    String policy = policies.current().version();
    Remembered known = remembered.get(caller);
    if (known != null && known.holds(entitled, policy, now)) {
      return known.listing();
    }
    Listing listing =
        listing(
            catalogue.all().stream()
                .filter(offer -> screening.of(caller, offer, entitled).isEmpty())
                .map(Offer::name)
                .toList());
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(caller, new Remembered(entitled, policy, listing, now.plus(LASTING)));
    return listing;
  }

  private Listing listing(List<ToolName> names) {
    if (same.size() >= REMEMBERED) {
      same.clear();
    }
    return same.computeIfAbsent(
        names, all -> new Listing(all.stream().map(name -> listed.get(name.value())).toList()));
  }

  private record Remembered(Entitled under, String policy, Listing listing, Instant until) {
    boolean holds(Entitled entitled, String current, Instant now) {
      return under.equals(entitled) && policy.equals(current) && now.isBefore(until);
    }
  }
}
