package dev.sallyport.application.usecase;

import static dev.sallyport.application.usecase.KeyDesk.LIFE;
import static dev.sallyport.application.usecase.KeyDesk.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.bearer.LastUses;
import dev.sallyport.application.fake.InMemoryGrants;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Memory;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.application.port.in.Authenticate.Proof.Expired;
import dev.sallyport.application.port.in.Authenticate.Proof.Proven;
import dev.sallyport.application.port.in.Authenticate.Proof.Revoked;
import dev.sallyport.application.port.in.Authenticate.Proof.Unknown;
import dev.sallyport.application.port.in.CreateKey.Result.Created;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.sample.AGrant;
import dev.sallyport.application.sample.AnApiKey;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.key.ApiKeyText;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A bearer")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthenticateServiceTest {
  private static final Secret STRAY = ApiKeyText.of(new byte[ApiKeyText.BYTES]);

  private final KeyDesk desk = new KeyDesk();
  private final Created created = desk.created();
  private final ApiKey key = created.key();

  @Test
  void of_a_key_is_whom_it_was_made_for() {
    assertThat(prove()).isEqualTo(proven());
  }

  @Test
  void is_looked_up_once_while_nothing_changes() {
    prove();
    prove();
    desk.keys.goesAway();

    assertThat(prove()).isEqualTo(proven());
    assertThat(desk.keys.lookups()).isEqualTo(1);
    assertThat(desk.peppers.asked()).isEqualTo(2);
  }

  @Test
  void is_read_anew_after_a_change_without_being_looked_for() {
    prove();
    desk.changes.announce(scope(), Subject.ENTITLEMENTS);

    assertThat(prove()).isEqualTo(proven());
    assertThat(desk.keys.lookups()).isEqualTo(1);
  }

  @Test
  void is_remembered_as_good_and_is_no_stranger_after_a_change() {
    assertThat(desk.authenticate.remembered(created.text())).isInstanceOf(Memory.Nothing.class);
    prove();
    assertThat(desk.authenticate.remembered(created.text())).isEqualTo(new Memory.Sure(proven()));
    desk.changes.announce(scope(), Subject.ENTITLEMENTS);

    assertThat(desk.authenticate.remembered(created.text())).isEqualTo(new Memory.Stale());
  }

  @Test
  void is_remembered_as_bad_a_moment_after_it_was_looked_up() {
    desk.authenticate.prove(STRAY);

    assertThat(desk.authenticate.remembered(STRAY)).isEqualTo(new Memory.Sure(new Unknown()));
    assertThat(desk.authenticate.remembered(Secret.of("nothing of ours")))
        .isEqualTo(new Memory.Sure(new Unknown()));
  }

  @Test
  void is_refused_from_the_revocation_on() {
    prove();
    desk.revoke.revoke(key.id());

    assertThat(prove()).isEqualTo(new Revoked());
    desk.clock.passes(Duration.ofSeconds(2));
    assertThat(prove()).isEqualTo(new Revoked());
  }

  @Test
  void is_refused_once_the_person_took_the_grant_back() {
    prove();
    var pages = new Caller(scope(), key.grant(), key.person(), ClientId.PAGES, Scopes.NONE);
    desk.revokeGrant.revoke(pages, key.grant());

    assertThat(prove()).isEqualTo(new Revoked());
  }

  @Test
  void is_refused_from_the_moment_the_key_expires() {
    prove();
    desk.clock.passes(LIFE.minusNanos(1));
    assertThat(prove()).isEqualTo(proven());
    desk.clock.passes(Duration.ofNanos(1));

    assertThat(prove()).isEqualTo(new Expired());
    assertThat(desk.keys.lookups()).isEqualTo(1);
  }

  @Test
  void is_refused_when_the_key_had_expired_before() {
    desk.clock.passes(LIFE);

    assertThat(prove()).isEqualTo(new Expired());
  }

  @Test
  void is_good_for_as_long_as_both_key_and_grant_are() {
    Grant grant = AGrant.aGrant().lasting(NOON, NOON.plusSeconds(60)).grant();
    Secret text = given(grant, AnApiKey.anApiKey().carrying(grant).lasting(NOON, NOON.plus(LIFE)));

    assertThat(((Proven) desk.authenticate.prove(text)).until()).isEqualTo(grant.expiresAt());
  }

  @Test
  void may_no_more_than_both_key_and_grant_say() {
    Grant grant =
        AGrant.aGrant().allowing("a:read", "b:read").lasting(NOON, NOON.plus(LIFE)).grant();
    Secret text =
        given(
            grant,
            AnApiKey.anApiKey()
                .carrying(grant)
                .allowing("b:write", "c:read")
                .lasting(NOON, NOON.plus(LIFE)));

    assertThat(((Proven) desk.authenticate.prove(text)).caller().token())
        .isEqualTo(Scopes.of(new Scope("b:read")));
  }

  @Test
  void of_a_mistyped_key_is_refused_without_asking_anybody() {
    String text = created.text().reveal();
    int asked = desk.peppers.asked();
    Secret mistyped = Secret.of(text.substring(0, 10) + "~" + text.substring(11));

    assertThat(desk.authenticate.prove(mistyped)).isEqualTo(new Unknown());
    assertThat(desk.authenticate.prove(Secret.of("spa_0123456789"))).isEqualTo(new Unknown());
    assertThat(desk.authenticate.prove(Secret.of(""))).isEqualTo(new Unknown());
    assertThat(desk.keys.lookups()).isZero();
    assertThat(desk.peppers.asked()).isEqualTo(asked);
  }

  @Test
  void that_is_unknown_is_looked_up_once_in_two_seconds() {
    assertThat(desk.authenticate.prove(STRAY)).isEqualTo(new Unknown());
    desk.clock.passes(Duration.ofMillis(1_999));
    assertThat(desk.authenticate.prove(STRAY)).isEqualTo(new Unknown());
    assertThat(desk.keys.lookups()).isEqualTo(1);
    desk.clock.passes(Duration.ofMillis(1));

    assertThat(desk.authenticate.prove(STRAY)).isEqualTo(new Unknown());
    assertThat(desk.keys.lookups()).isEqualTo(2);
  }

  @Test
  void of_a_key_made_before_a_rotation_is_known_still() {
    desk.peppers.rotate();
    desk.peppers.rotate();

    assertThat(prove()).isEqualTo(proven());
    assertThat(desk.authenticate.prove(desk.created().text())).isInstanceOf(Proven.class);
  }

  @Test
  void is_not_judged_while_nobody_knows_whether_something_changed() {
    prove();
    desk.changes.fallSilent();
    assertThatThrownBy(this::prove).isInstanceOf(Unavailable.class);
    desk.changes.beHeard();

    assertThat(prove()).isEqualTo(proven());
  }

  @Test
  void is_not_judged_while_the_store_is_away_unless_a_moment_ago() {
    desk.authenticate.prove(STRAY);
    desk.keys.goesAway();

    assertThatThrownBy(this::prove).isInstanceOf(Unavailable.class);
    assertThat(desk.authenticate.prove(STRAY)).isEqualTo(new Unknown());
  }

  @Test
  void whose_key_was_erased_with_its_person_is_unknown() {
    Authenticate elsewhere =
        new AuthenticateService(
            desk.keys,
            new InMemoryGrants(),
            desk.peppers,
            desk.changes,
            new LastUses(),
            desk.clock);

    assertThat(elsewhere.prove(created.text())).isEqualTo(new Unknown());
  }

  @Test
  void leaves_a_note_of_its_last_use_once_a_minute_for_the_background_to_store() {
    prove();
    desk.clock.passes(Duration.ofSeconds(59));
    prove();
    assertThat(desk.stored(key)).isEqualTo(key);

    desk.noteUses.note();
    assertThat(desk.stored(key)).isEqualTo(key.used(NOON));
    desk.clock.passes(Duration.ofSeconds(1));
    prove();
    desk.noteUses.note();
    assertThat(desk.stored(key)).isEqualTo(key.used(NOON.plusSeconds(60)));
  }

  @Test
  void that_is_read_anew_leaves_no_second_note() {
    prove();
    desk.noteUses.note();
    desk.changes.announce(scope(), Subject.ENTITLEMENTS);
    desk.clock.passes(Duration.ofSeconds(1));
    prove();
    desk.noteUses.note();

    assertThat(desk.stored(key)).isEqualTo(key.used(NOON));
  }

  @Test
  void keeps_its_note_while_the_store_is_away() {
    prove();
    desk.keys.goesAway();
    assertThatThrownBy(desk.noteUses::note).isInstanceOf(Unavailable.class);
    desk.keys.comesBack();
    desk.noteUses.note();

    assertThat(desk.stored(key)).isEqualTo(key.used(NOON));
  }

  @Test
  void that_is_only_looked_at_was_not_used() {
    assertThat(desk.authenticate.holds(created.text())).isEqualTo(proven());
    assertThat(desk.authenticate.holds(created.text())).isEqualTo(proven());
    desk.noteUses.note();

    assertThat(desk.stored(key).lastUsedAt()).isEmpty();
  }

  @Test
  void that_is_only_looked_at_is_refused_from_the_revocation_on() {
    prove();
    desk.revoke.revoke(key.id());

    assertThat(desk.authenticate.holds(created.text())).isEqualTo(new Revoked());
  }

  @Test
  void that_is_refused_was_not_used() {
    desk.revoke.revoke(key.id());
    prove();
    desk.noteUses.note();

    assertThat(desk.stored(key).lastUsedAt()).isEmpty();
  }

  private Secret given(Grant grant, AnApiKey sample) {
    Secret text = ApiKeyText.of(desk.randomness.bytes(ApiKeyText.BYTES));
    var scope = new TenantScope(grant.organization());
    desk.grants.give(scope, grant);
    desk.keys.add(
        scope,
        sample.hashed(desk.peppers.hashes(AuthenticateService.PURPOSE, text).getFirst()).key());
    return text;
  }

  private Proof prove() {
    return desk.authenticate.prove(created.text());
  }

  private Proof proven() {
    return new Proven(
        new Caller(
            scope(),
            key.grant(),
            key.person(),
            ClientId.KEYS,
            Scopes.of(new Scope("messages:write"))),
        NOON.plus(LIFE));
  }

  private TenantScope scope() {
    return new TenantScope(key.organization());
  }
}
