package dev.sallyport.adapters.out.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.sallyport.application.port.out.ResultCache;
import dev.sallyport.domain.content.Content;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// A cache in this instance's memory, bounded by bytes.
///
/// Whether an answer still holds is for its reader's time to say; the clock only decides when its
/// room is used again.
@Singleton
final class CaffeineResultCache implements ResultCache {
  /// What an entry costs beside its texts: objects, references and the cache's own notes.
  private static final int ENTRY_BYTES = 200;

  private static final int SOURCE_BYTES = 200;
  private static final int CHARACTER_BYTES = 2;

  private final Cache<String, Kept> answers;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder evictions = new LongAdder();

  CaffeineResultCache(CacheSettings settings, InstantSource clock) {
    answers =
        Caffeine.newBuilder()
            .maximumWeight(settings.bytes())
            .weigher(CaffeineResultCache::weight)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfter(
                Expiry.<String, Kept>writing(
                    (_, kept) -> Duration.between(clock.instant(), kept.until())))
            .evictionListener((_, _, cause) -> count(cause))
            // in the thread that keeps: there is little to do, and then the bound always holds
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Optional<Kept> find(String key, Instant at) {
    Optional<Kept> found =
        Optional.ofNullable(answers.getIfPresent(key)).filter(kept -> at.isBefore(kept.until()));
    (found.isPresent() ? hits : misses).increment();
    return found;
  }

  @Override
  public void keep(String key, Kept answer) {
    answers.put(key, answer);
  }

  /// For metrics.
  CacheCounts counts() {
    return new CacheCounts(hits.sum(), misses.sum(), evictions.sum());
  }

  private void count(RemovalCause cause) {
    if (cause == RemovalCause.SIZE) {
      evictions.increment();
    }
  }

  private static int weight(String key, Kept kept) {
    long characters =
        (long) key.length()
            + kept.json().length()
            + kept.content().stream().mapToLong(Content::characters).sum();
    long sources = kept.provenance().sources().size();
    return Math.clamp(
        ENTRY_BYTES + CHARACTER_BYTES * characters + SOURCE_BYTES * sources, 0, Integer.MAX_VALUE);
  }
}
