package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sallyport.application.port.out.ResultCache.Kept;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [ResultCache] must do. Extend it; override nothing but the abstract
/// methods.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ResultCacheContract {
  protected static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  /// An empty one with room for a few small answers and not for a hundred of 1,000 characters. Its
  /// clock, if it has one, stands at [#NOON].
  protected abstract ResultCache cache();

  /// Moves the clock of the last cache.
  protected abstract void passes(Duration time);

  @Test
  void what_was_kept_is_found_whole() {
    ResultCache cache = cache();
    Kept answer = new Kept("{\"a\":1}", List.of(), somewhere(), LATER);
    cache.keep("a", answer);

    assertThat(cache.find("a", NOON)).contains(answer);
  }

  @Test
  void what_was_not_kept_is_not_found() {
    ResultCache cache = cache();
    cache.keep("a", answer("1", LATER));

    assertThat(cache.find("b", NOON)).isEmpty();
  }

  @Test
  void the_later_answer_takes_the_place_of_the_earlier() {
    ResultCache cache = cache();
    cache.keep("a", answer("1", LATER));
    cache.keep("a", answer("2", LATER));

    assertThat(cache.find("a", NOON)).contains(answer("2", LATER));
  }

  @Test
  void an_answer_is_over_at_its_time_and_not_before() {
    ResultCache cache = cache();
    cache.keep("a", answer("1", LATER));
    Duration almost = Duration.ofSeconds(60).minusMillis(1);

    passes(almost);
    assertThat(cache.find("a", NOON.plus(almost))).isPresent();
    passes(Duration.ofMillis(1));
    assertThat(cache.find("a", LATER)).isEmpty();
  }

  @Test
  void an_answer_is_over_for_whoever_is_ahead_in_time() {
    ResultCache cache = cache();
    cache.keep("a", answer("1", LATER));

    assertThat(cache.find("a", LATER)).isEmpty();
  }

  @Test
  void an_answer_that_is_over_already_is_not_found() {
    ResultCache cache = cache();
    cache.keep("a", answer("1", NOON));

    assertThat(cache.find("a", NOON)).isEmpty();
  }

  @Test
  void an_answer_may_hold_for_ever() {
    ResultCache cache = cache();
    cache.keep("a", answer("1", Instant.MAX));

    assertThat(cache.find("a", NOON)).isPresent();
  }

  @Test
  void it_holds_no_more_than_its_bound() {
    ResultCache cache = cache();
    for (int n = 0; n < 100; n++) {
      cache.keep("n" + n, answer("x".repeat(1_000), LATER));
    }

    long found = 0;
    for (int n = 0; n < 100; n++) {
      found += cache.find("n" + n, NOON).stream().count();
    }
    assertThat(found).isLessThan(100);
  }

  @Test
  void an_answer_larger_than_all_of_it_is_left_out_and_nobody_is_told() {
    ResultCache cache = cache();

    assertThatCode(() -> cache.keep("a", answer("x".repeat(5_000_000), LATER)))
        .doesNotThrowAnyException();
    assertThat(cache.find("a", NOON)).isEmpty();
  }

  private static Kept answer(String json, Instant until) {
    return new Kept(json, List.of(), Provenance.NONE, until);
  }

  private static Provenance somewhere() {
    return Provenance.inside(Place.in(new BackendId("chat"), new SpaceId("1")));
  }
}
