package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Letters that are forgotten with the test.
public final class InMemoryMailbox implements Mailbox, Undoable {
  private final Shelf<Kept> letters = new Shelf<>();
  private final AtomicLong last = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();

  /// How often somebody left something or looked.
  public int asked() {
    return asked.get();
  }

  @Override
  public Leaving leave(TenantScope scope, Letter letter, Instant at) {
    asked.incrementAndGet();
    return letters.step(all -> {
      long waiting =
          all.values().stream()
              .filter(kept -> kept.scope.equals(scope) && kept.isFor(letter, at))
              .count();
      if (waiting >= MOST_OF_A_GRANT) {
        return Leaving.FULL;
      }
      all.put("%020d".formatted(last.incrementAndGet()), new Kept(scope, letter));
      return Leaving.LEFT;
    });
  }

  @Override
  public List<Letter> take(TenantScope scope, String node, Instant at) {
    asked.incrementAndGet();
    return letters.step(all -> {
      List<Map.Entry<String, Kept>> taken =
          all.entrySet().stream()
              .filter(entry -> entry.getValue().scope.equals(scope))
              .filter(entry -> entry.getValue().letter.node().equals(node))
              .filter(entry -> entry.getValue().letter.until().isAfter(at))
              .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
              .toList();
      taken.forEach(entry -> all.remove(entry.getKey()));
      return taken.stream().map(entry -> entry.getValue().letter).toList();
    });
  }

  @Override
  public int forgetExpired(Instant at) {
    return letters.step(all -> {
      int before = all.size();
      all.values().removeIf(kept -> !kept.letter.until().isAfter(at));
      return before - all.size();
    });
  }

  @Override
  public Runnable snapshot() {
    return letters.snapshot();
  }

  private record Kept(TenantScope scope, Letter letter) {
    boolean isFor(Letter other, Instant at) {
      return letter.grant().equals(other.grant()) && letter.until().isAfter(at);
    }
  }
}
