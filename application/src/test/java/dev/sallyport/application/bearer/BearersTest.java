package dev.sallyport.application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.application.port.out.ApiKeys.Use;
import dev.sallyport.application.port.out.ApiKeys.Whereabouts;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tool.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Of bearers,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BearersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final int MANY = 25_000;

  private final Bearers bearers = new Bearers();
  private final LastUses uses = new LastUses();

  @Test
  void no_more_are_remembered_than_fit_into_memory() {
    IntStream.range(0, MANY)
        .forEach(number -> {
          bearers.refuse(bearer("bad " + number), new Proof.Unknown(), NOW);
          bearers.remember(bearer("good " + number), credential());
        });

    assertThat(bearers.size()).isLessThanOrEqualTo(20_000);
  }

  @Test
  void a_good_one_is_not_forgotten_over_many_that_are_refused() {
    Credential good = credential();
    bearers.remember(bearer("good"), good);

    IntStream.range(0, MANY)
        .forEach(number -> bearers.refuse(bearer("bad " + number), new Proof.Unknown(), NOW));

    assertThat(bearers.known(bearer("good"))).isEqualTo(good);
  }

  @Test
  void those_refused_long_ago_make_room_for_new_ones() {
    IntStream.range(0, MANY)
        .forEach(number -> bearers.refuse(bearer("bad " + number), new Proof.Unknown(), NOW));
    Instant later = NOW.plusSeconds(2);

    bearers.refuse(bearer("new"), new Proof.Revoked(), later);

    assertThat(bearers.refused(bearer("new"), later)).contains(new Proof.Revoked());
    assertThat(bearers.size()).isEqualTo(1);
  }

  @Test
  void a_refusal_holds_for_two_seconds_by_a_clock_that_goes_forward() {
    bearers.refuse(bearer("bad"), new Proof.Expired(), NOW);

    assertThat(bearers.refused(bearer("bad"), NOW.plusMillis(1_999))).contains(new Proof.Expired());
    assertThat(bearers.refused(bearer("bad"), NOW.plusSeconds(2))).isEmpty();
    assertThat(bearers.refused(bearer("bad"), NOW.minusMillis(1))).isEmpty();
  }

  @Test
  void a_refused_one_is_not_good_any_more() {
    bearers.remember(bearer("key"), credential());
    bearers.refuse(bearer("key"), new Proof.Revoked(), NOW);

    assertThat(bearers.known(bearer("key"))).isNull();
  }

  @Test
  void nothing_shows_what_they_bear() {
    assertThat(bearer("sesame").toString()).isEqualTo("[fingerprint]");
    assertThat(bearer("sesame")).isEqualTo(bearer("sesame")).isNotEqualTo(bearer("sesamf"));
  }

  @Test
  void a_use_that_could_not_be_stored_is_told_again_unless_a_later_one_is() {
    Whereabouts first = whereabouts();
    Whereabouts second = whereabouts();
    uses.of(first).note(NOW);
    uses.of(second).note(NOW);
    List<Use> taken = uses.take();
    uses.of(first).note(NOW.plusSeconds(60));

    uses.giveBack(taken);

    assertThat(uses.take())
        .containsExactlyInAnyOrder(
            new Use(first.organization(), first.key(), NOW.plusSeconds(60)),
            new Use(second.organization(), second.key(), NOW));
    assertThat(uses.take()).isEmpty();
  }

  private Credential credential() {
    Whereabouts at = whereabouts();
    var caller =
        new Caller(Fresh.scope(), Fresh.grant(), Fresh.person(), ClientId.KEYS, Scopes.NONE);
    return new Credential(at, new Proof.Proven(caller, NOW), 0, uses.of(at));
  }

  private static Whereabouts whereabouts() {
    return new Whereabouts(Fresh.organization(), new ApiKeyId(Fresh.call().value()));
  }

  private static Fingerprint bearer(String text) {
    return Fingerprint.of(Secret.of(text));
  }
}
