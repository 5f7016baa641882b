package dev.sallyport.application.port.out;

import static dev.sallyport.application.sample.AnApiKey.MADE;
import static dev.sallyport.application.sample.AnApiKey.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.application.port.out.ApiKeys.Change.Changed;
import dev.sallyport.application.port.out.ApiKeys.Change.NotThere;
import dev.sallyport.application.port.out.ApiKeys.Use;
import dev.sallyport.application.port.out.ApiKeys.Whereabouts;
import dev.sallyport.application.sample.AnApiKey;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [ApiKeys] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ApiKeysContract {
  private static final Instant LATER = MADE.plusSeconds(60);
  private static final int RACERS = 8;

  private final TenantScope here = Fresh.scope();
  private final TenantScope there = Fresh.scope();

  /// The same store during one test.
  protected abstract ApiKeys keys();

  @Test
  void a_key_is_found_as_it_was_added() {
    ApiKey key =
        added(
            anApiKey()
                .called("née \"CI\" ✓")
                .allowing("messages:read", "tasks.admin")
                .used(LATER)
                .revoked(LATER));

    assertThat(keys().find(here, key.id())).contains(key);
  }

  @Test
  void a_key_that_allows_nothing_is_kept_too() {
    ApiKey key = added(anApiKey());

    assertThat(keys().find(here, key.id())).contains(key);
  }

  @Test
  void a_key_is_found_by_one_of_several_hashes() {
    ApiKey key = added(anApiKey());
    added(anApiKey());

    assertThat(keys().findByHash(List.of(Fresh.pseudonym(), key.hash(), Fresh.pseudonym())))
        .contains(new Whereabouts(here.organization(), key.id()));
    assertThat(keys().findByHash(List.of(key.hash())))
        .contains(new Whereabouts(here.organization(), key.id()));
  }

  @Test
  void of_unknown_hashes_there_is_none() {
    added(anApiKey());

    assertThat(keys().findByHash(List.of(Fresh.pseudonym(), Fresh.pseudonym()))).isEmpty();
    assertThat(keys().findByHash(List.of())).isEmpty();
  }

  @Test
  void where_a_key_is_kept_is_known_without_a_scope() {
    ApiKey key = added(anApiKey());

    assertThat(keys().whereabouts(key.id())).contains(here.organization());
    assertThat(keys().whereabouts(unknown())).isEmpty();
  }

  @Test
  void every_organization_with_keys_is_named_once() {
    added(anApiKey());
    added(anApiKey().revoked(LATER));
    keys().add(there, anApiKey().in(there).key());
    TenantScope empty = Fresh.scope();

    assertThat(keys().organizations())
        .isSortedAccordingTo((one, other) -> one.value().compareTo(other.value()))
        .doesNotHaveDuplicates()
        .contains(here.organization(), there.organization())
        .doesNotContain(empty.organization());
  }

  @Test
  void a_key_is_added_only_from_within_its_organization() {
    ApiKey key = anApiKey().in(there).key();

    assertThatIllegalArgumentException().isThrownBy(() -> keys().add(here, key));
    assertThat(keys().whereabouts(key.id())).isEmpty();
  }

  @Test
  void no_key_takes_the_place_of_another() {
    ApiKey key = added(anApiKey());

    assertThatIllegalStateException().isThrownBy(() -> keys().add(here, key));
    assertThatIllegalStateException()
        .isThrownBy(() -> keys().add(there, anApiKey().in(there).hashed(key.hash()).key()));
    assertThat(keys().find(here, key.id())).contains(key);
  }

  @Test
  void a_key_is_seen_from_its_own_organization_alone() {
    ApiKey key = added(anApiKey());

    assertThat(keys().find(there, key.id())).isEmpty();
    assertThat(keys().ofOrganization(there)).isEmpty();
    assertThat(keys().revoke(there, key.id(), LATER)).isEqualTo(new NotThere());
    assertThat(keys().find(here, key.id())).contains(key);
  }

  @Test
  void the_keys_of_an_organization_are_listed_the_newest_first_live_or_over() {
    ApiKey first = added(anApiKey().lasting(MADE, LATER));
    ApiKey last = added(anApiKey().lasting(MADE.plusSeconds(2), LATER));
    ApiKey between = added(anApiKey().lasting(MADE.plusSeconds(1), LATER).revoked(LATER));

    assertThat(keys().ofOrganization(here)).containsExactly(last, between, first);
  }

  @Test
  void a_revoked_key_is_over() {
    ApiKey key = added(anApiKey());

    assertThat(keys().revoke(here, key.id(), LATER)).isEqualTo(new Changed(key.revoked(LATER)));
    assertThat(keys().find(here, key.id())).contains(key.revoked(LATER));
    assertThat(keys().revoke(here, unknown(), LATER)).isEqualTo(new NotThere());
  }

  @Test
  void only_the_first_revocation_changes_anything() {
    ApiKey key = added(anApiKey());
    keys().revoke(here, key.id(), LATER);

    assertThat(keys().revoke(here, key.id(), LATER.plusSeconds(1)))
        .isEqualTo(new Changed(key.revoked(LATER)));
    assertThat(keys().find(here, key.id())).contains(key.revoked(LATER));
  }

  @Test
  void uses_are_noted_for_keys_of_any_organization_at_once() {
    ApiKey key = added(anApiKey());
    ApiKey other = anApiKey().in(there).key();
    keys().add(there, other);

    keys().used(List.of(use(key, LATER), use(other, MADE), use(anApiKey().in(here).key(), MADE)));

    assertThat(keys().find(here, key.id())).contains(key.used(LATER));
    assertThat(keys().find(there, other.id())).contains(other.used(MADE));
  }

  @Test
  void no_use_at_all_can_be_noted() {
    ApiKey key = added(anApiKey());

    keys().used(List.of());

    assertThat(keys().find(here, key.id())).contains(key);
  }

  @Test
  void an_earlier_use_is_not_the_last() {
    ApiKey key = added(anApiKey().used(LATER));

    keys().used(List.of(use(key, MADE)));

    assertThat(keys().find(here, key.id())).contains(key);
  }

  @Test
  void a_use_is_of_the_organization_that_has_the_key() {
    ApiKey key = added(anApiKey());

    keys().used(List.of(new Use(there.organization(), key.id(), LATER)));

    assertThat(keys().find(here, key.id())).contains(key);
  }

  @Test
  void a_use_brings_no_revoked_key_back_however_they_race() throws Exception {
    ApiKey key = added(anApiKey());

    Race.of(
        RACERS,
        number ->
            number % 2 == 0
                ? keys().revoke(here, key.id(), LATER)
                : noted(use(key, MADE.plus(Duration.ofSeconds(number)))));

    assertThat(keys().find(here, key.id()))
        .contains(key.revoked(LATER).used(MADE.plusSeconds(RACERS - 1)));
  }

  private Use noted(Use use) {
    keys().used(List.of(use));
    return use;
  }

  private static Use use(ApiKey key, Instant at) {
    return new Use(key.organization(), key.id(), at);
  }

  private static ApiKeyId unknown() {
    return new ApiKeyId(Fresh.call().value());
  }

  private ApiKey added(AnApiKey sample) {
    ApiKey key = sample.in(here).key();
    keys().add(here, key);
    return key;
  }
}
