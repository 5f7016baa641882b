package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Limiter.Admission;
import dev.sallyport.application.port.out.Limiter.Admission.Limited;
import dev.sallyport.application.port.out.Limiter.Admission.TooHeavy;
import dev.sallyport.application.port.out.Limiter.Bucket;
import dev.sallyport.application.port.out.Limiter.Kind;
import dev.sallyport.application.port.out.Limiter.Lease;
import dev.sallyport.application.port.out.Limiter.Place;
import dev.sallyport.application.port.out.Limiter.Standing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is under way, until when at most. Not safe among threads.
final class Places {
  /// Nobody can say when a place comes free, so this is a guess that does no harm.
  private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

  private final long leaseMicros;
  private final Map<Bucket, Integer> taken = new HashMap<>();
  // the oldest first, and each lasts as long as the others, so the first to end is the first in it
  private final Map<Lease, Held> leases = new LinkedHashMap<>();
  private long minted;

  Places(long leaseMicros) {
    this.leaseMicros = leaseMicros;
  }

  @Nullable Admission refusal(List<Place> wanted, long now) {
    forgetLostOnes(now);
    for (Place place : wanted) {
      if (place.limit().most() == 0) {
        return new TooHeavy(place.bucket().level(), Kind.CONCURRENT, 0);
      }
      if (taken.getOrDefault(place.bucket(), 0) >= place.limit().most()) {
        return new Limited(fullHouse(place), TRY_AGAIN);
      }
    }
    return null;
  }

  Lease take(List<Place> wanted, long now) {
    var lease = new Lease(Long.toString(++minted));
    if (!wanted.isEmpty()) {
      wanted.forEach(place -> taken.merge(place.bucket(), 1, Integer::sum));
      leases.put(lease, new Held(wanted, now + leaseMicros));
    }
    return lease;
  }

  void free(Lease lease) {
    Held held = leases.remove(lease);
    if (held != null) {
      giveBack(held);
    }
  }

  private void forgetLostOnes(long now) {
    Iterator<Held> oldest = leases.values().iterator();
    while (oldest.hasNext()) {
      Held held = oldest.next();
      if (held.until() > now) {
        return;
      }
      oldest.remove();
      giveBack(held);
    }
  }

  private void giveBack(Held held) {
    held.places()
        .forEach(place -> taken.computeIfPresent(place.bucket(), (_, n) -> n == 1 ? null : n - 1));
  }

  private static Standing fullHouse(Place place) {
    return new Standing(
        place.bucket().level(), Kind.CONCURRENT, place.limit().most(), 0, Duration.ZERO);
  }

  private record Held(List<Place> places, long until) {
    Held {
      places = List.copyOf(places);
    }
  }
}
