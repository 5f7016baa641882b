package dev.sallyport.application.usecase;

import static dev.sallyport.application.usecase.KeyDesk.ADA;
import static dev.sallyport.application.usecase.KeyDesk.HOME;
import static dev.sallyport.application.usecase.KeyDesk.LIFE;
import static dev.sallyport.application.usecase.KeyDesk.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.in.CreateKey.Result;
import dev.sallyport.application.port.in.CreateKey.Result.Created;
import dev.sallyport.application.port.in.CreateKey.Wish;
import dev.sallyport.application.port.in.ListKeys.Listed;
import dev.sallyport.application.port.in.RevokeKey;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.key.ApiKey.Standing;
import dev.sallyport.domain.key.ApiKeyText;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A key that an operator makes")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreateKeyServiceTest {
  private final KeyDesk desk = new KeyDesk();

  @Test
  void is_stored_with_everything_but_itself() {
    Created created = desk.created();
    ApiKey key = created.key();

    assertThat(desk.stored(key)).isEqualTo(key);
    assertThat(key)
        .isEqualTo(
            new ApiKey(
                key.id(),
                key.organization(),
                key.grant(),
                key.person(),
                ClientId.KEYS,
                "laptop",
                Scopes.of(new Scope("messages:write")),
                desk.peppers.hashes("API key", created.text()).getFirst(),
                ApiKeyText.hint(created.text()),
                NOON,
                NOON.plus(LIFE),
                Optional.empty(),
                Optional.empty()));
    assertThat(ApiKeyText.isOne(created.text())).isTrue();
  }

  @Test
  void carries_a_grant_of_its_own() {
    ApiKey key = desk.created().key();

    assertThat(desk.grants.find(scope(key), key.grant()))
        .contains(
            new Grant(
                key.grant(),
                key.organization(),
                key.person(),
                ClientId.KEYS,
                key.scopes(),
                HOME,
                Narrowing.NONE,
                Budget.UNLIMITED,
                Set.of(),
                NOON,
                NOON.plus(LIFE),
                Optional.empty(),
                0));
  }

  @Test
  void only_reads_if_that_is_wished() {
    var wish = new Wish(ADA, "laptop", Scopes.NONE, Map.of(), true, LIFE);
    ApiKey key = desk.created(wish).key();

    assertThat(desk.grants.find(scope(key), key.grant()).orElseThrow().narrowing())
        .isEqualTo(Narrowing.toReading());
  }

  @Test
  void welcomes_a_person_who_was_not_known() {
    Created created = desk.created();
    ApiKey key = created.key();

    assertThat(created.newcomer()).isTrue();
    assertThat(desk.people.findByEmail(ADA))
        .contains(
            new Person(key.person(), Optional.of(ADA), Locale.ROOT, Person.Standing.ACTIVE, NOON));
    assertThat(desk.memberships.of(key.person()))
        .containsExactly(new Membership(key.organization(), key.person(), Role.OWNER));
    assertThat(desk.organizations.find(scope(key)).orElseThrow().kind())
        .isEqualTo(Organization.Kind.PERSONAL);
  }

  @Test
  void is_at_home_with_a_person_who_was() {
    ApiKey first = desk.created().key();
    Created second = desk.created();

    assertThat(second.newcomer()).isFalse();
    assertThat(second.key().person()).isEqualTo(first.person());
    assertThat(second.key().organization()).isEqualTo(first.organization());
    assertThat(second.key().grant()).isNotEqualTo(first.grant());
  }

  @Test
  void is_not_made_for_somebody_who_is_suspended() {
    ApiKey key = desk.created().key();
    desk.people.suspend(key.person());

    assertThat(desk.create.create(KeyDesk.wish())).isEqualTo(new Result.Suspended());
    assertThat(desk.listed()).hasSize(1);
  }

  @Test
  void is_not_made_for_somebody_without_a_home() {
    var nomad =
        new Person(
            new PersonId("0f".repeat(16)),
            Optional.of(ADA),
            Locale.ROOT,
            Person.Standing.ACTIVE,
            NOON);
    desk.people.add(nomad);

    assertThat(desk.create.create(KeyDesk.wish())).isEqualTo(new Result.Homeless());
  }

  @Test
  void is_written_down_without_a_word_of_itself() {
    Created created = desk.created();
    ApiKey key = created.key();
    Entry entry = entries(key).getFirst();

    assertThat(entry.kind()).isEqualTo(Kind.KEY_MADE);
    assertThat(entry.facts().texts())
        .isEqualTo(
            Map.of(
                Fact.GRANT,
                key.grant().value(),
                Fact.CLIENT,
                "api-keys",
                Fact.SUBJECT,
                "key " + key.id().value(),
                Fact.OUTCOME,
                "made"));
    assertThat(desk.ledger.latestOf(scope(key), key.person(), 10)).containsExactly(entry);
  }

  @Test
  void leaves_nothing_if_it_cannot_be_written_down() {
    desk.ledger.goesAway();
    assertThatThrownBy(desk::created).isInstanceOf(Unavailable.class);
    desk.ledger.comesBack();

    assertThat(desk.people.findByEmail(ADA)).isEmpty();
    assertThat(desk.keys.organizations()).isEmpty();
  }

  @Test
  void is_shown_by_nothing_that_is_printed() {
    Created created = desk.created();

    assertThat(created.toString() + desk.listed() + desk.ledger.all() + desk.uses.take())
        .doesNotContain(created.text().reveal())
        .contains("[secret]");
  }

  @Test
  void lasts_for_a_year_at_most_and_has_a_name() {
    assertThatIllegalArgumentException().isThrownBy(() -> wish("a", Duration.ofDays(367)));
    assertThatIllegalArgumentException().isThrownBy(() -> wish("a", Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> wish(" ", LIFE));
    assertThat(wish("a", Duration.ofDays(366)).name()).isEqualTo("a");
  }

  @Test
  void is_listed_with_its_person_and_standing() {
    ApiKey first = desk.created().key();
    ApiKey second = desk.created(wish("ci", Duration.ofDays(1))).key();
    desk.revoke.revoke(first.id());
    desk.clock.passes(Duration.ofDays(1));
    Optional<Person> ada = desk.people.findByEmail(ADA);

    assertThat(desk.listed())
        .containsExactlyInAnyOrder(
            new Listed(first.revoked(NOON), ada, Standing.REVOKED),
            new Listed(second, ada, Standing.EXPIRED));
  }

  @Test
  void is_listed_as_revoked_once_its_grant_is() {
    ApiKey key = desk.created().key();
    desk.grants.revoke(scope(key), key.grant(), NOON);

    assertThat(desk.listed())
        .containsExactly(new Listed(key, desk.people.findByEmail(ADA), Standing.REVOKED));
  }

  @Test
  void ends_with_its_grant_when_it_is_revoked() {
    ApiKey key = desk.created().key();

    assertThat(desk.revoke.revoke(key.id()))
        .isEqualTo(new RevokeKey.Result.Revoked(key.revoked(NOON)));
    assertThat(desk.grants.find(scope(key), key.grant()).orElseThrow().revokedAt()).contains(NOON);
    assertThat(entries(key))
        .extracting(Entry::kind)
        .containsExactlyInAnyOrder(Kind.KEY_MADE, Kind.CHANGED, Kind.KEY_REVOKED);
  }

  @Test
  void is_revoked_once() {
    ApiKey key = desk.created().key();
    desk.revoke.revoke(key.id());
    desk.clock.passes(LIFE);

    assertThat(desk.revoke.revoke(key.id()))
        .isEqualTo(new RevokeKey.Result.Revoked(key.revoked(NOON)));
    assertThat(entries(key)).hasSize(3);
  }

  @Test
  void is_not_revoked_if_that_cannot_be_written_down() {
    ApiKey key = desk.created().key();
    desk.ledger.goesAway();
    assertThatThrownBy(() -> desk.revoke.revoke(key.id())).isInstanceOf(Unavailable.class);

    assertThat(desk.stored(key)).isEqualTo(key);
  }

  @Test
  void is_there_to_be_revoked() {
    assertThat(desk.revoke.revoke(new ApiKeyId("0a".repeat(16))))
        .isEqualTo(new RevokeKey.Result.NotThere());
  }

  @Test
  void may_be_of_every_scope_that_backends_name() {
    var chat = new ScriptedBackend("chat", Backend.Linking.NONE);

    assertThat(new ListScopesService(List.of(chat, chat)).all())
        .isEqualTo(
            new Scopes(
                chat.tools().stream()
                    .map(tool -> tool.spec().scope())
                    .collect(Collectors.toSet())));
    assertThat(new ListScopesService(List.of()).all()).isEqualTo(Scopes.NONE);
  }

  private static Wish wish(String name, Duration lasting) {
    return new Wish(ADA, name, Scopes.NONE, Map.of(), false, lasting);
  }

  private List<Entry> entries(ApiKey key) {
    return desk.ledger.latestOf(scope(key), key.grant(), 10);
  }

  private static TenantScope scope(ApiKey key) {
    return new TenantScope(key.organization());
  }
}
