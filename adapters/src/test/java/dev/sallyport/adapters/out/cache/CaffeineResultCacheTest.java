package dev.sallyport.adapters.out.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.ResultCache;
import dev.sallyport.application.port.out.ResultCache.Kept;
import dev.sallyport.application.port.out.ResultCacheContract;
import dev.sallyport.domain.tool.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In the Caffeine cache,")
class CaffeineResultCacheTest extends ResultCacheContract {
  private static final Instant FOR_A_WHILE = NOON.plusSeconds(60);

  private final SettableClock clock = new SettableClock(NOON);
  private final CaffeineResultCache cache =
      new CaffeineResultCache(new CacheSettings(20_000), clock);

  @Override
  protected ResultCache cache() {
    return cache;
  }

  @Override
  protected void passes(Duration time) {
    clock.passes(time);
  }

  @Test
  void finding_and_missing_is_counted() {
    cache.keep("a", kept("1"));
    cache.find("a", NOON);
    cache.find("a", NOON);
    cache.find("b", NOON);
    cache.find("a", FOR_A_WHILE);

    assertThat(cache.counts()).isEqualTo(new CacheCounts(2, 2, 0));
  }

  @Test
  void what_goes_for_want_of_room_is_counted() {
    cache.keep("a", kept("x".repeat(9_000)));
    cache.keep("b", kept("x".repeat(9_000)));

    assertThat(cache.counts()).isEqualTo(new CacheCounts(0, 0, 1));
  }

  @Test
  void a_character_counts_as_two_bytes_and_an_entry_as_some_more() {
    cache.keep("a", kept("x".repeat(9_899)));
    assertThat(cache.find("a", NOON)).isPresent();

    cache.keep("b", kept("x".repeat(9_900)));
    assertThat(cache.find("b", NOON)).isEmpty();
  }

  @Test
  void the_room_of_what_is_over_is_used_again_without_a_count() {
    cache.keep("a", kept("x".repeat(9_000)));
    clock.passes(Duration.ofMinutes(5));
    cache.keep("b", new Kept("x".repeat(9_000), List.of(), Provenance.NONE, NOON.plusSeconds(600)));

    assertThat(cache.find("b", clock.instant())).isPresent();
    assertThat(cache.counts().evictions()).isZero();
  }

  private static Kept kept(String json) {
    return new Kept(json, List.of(), Provenance.NONE, FOR_A_WHILE);
  }
}
