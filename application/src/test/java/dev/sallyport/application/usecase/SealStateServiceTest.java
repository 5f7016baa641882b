package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.in.SealState.Opening;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a client carries for us")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealStateServiceTest {
  private static final int MOST = 120;
  private static final Duration LASTING = Duration.ofMinutes(10);
  private static final Caller CALLER = caller("0a", "0b", "0c", "client-1");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final InMemoryVault vault = new InMemoryVault();
  private final SealStateService seals =
      new SealStateService(new InMemoryPersonKeys(vault), vault, clock);
  private final String sealed = seals.seal(CALLER, "this", "state\nof it", LASTING);

  static Stream<Caller> others() {
    return Stream.of(
        caller("0f", "0b", "0c", "client-1"),
        caller("0a", "0f", "0c", "client-1"),
        caller("0a", "0b", "0f", "client-1"),
        caller("0a", "0b", "0c", "client-2"));
  }

  @Test
  void comes_back_as_it_was() {
    assertThat(seals.open(CALLER, "this", sealed)).isEqualTo(new Opening.Opened("state\nof it"));
  }

  @Test
  void is_of_no_use_for_anything_else() {
    assertThat(seals.open(CALLER, "that", sealed)).isEqualTo(new Opening.Foreign());
  }

  @ParameterizedTest
  @MethodSource("others")
  void is_of_no_use_to_anybody_else(Caller other) {
    assertThat(seals.open(other, "this", sealed)).isEqualTo(new Opening.Foreign());
  }

  @Test
  void is_known_when_it_was_changed() {
    String changed = "B" + sealed.substring(1);

    assertThat(Stream.of(changed, "", "not base64!", sealed + "A"))
        .allSatisfy(
            it -> assertThat(seals.open(CALLER, "this", it)).isEqualTo(new Opening.Foreign()));
  }

  @Test
  void ends_when_its_time_is_over() {
    clock.passes(LASTING);

    assertThat(seals.open(CALLER, "this", sealed)).isEqualTo(new Opening.Expired());
  }

  @Test
  void is_not_looked_at_once_too_much_of_the_grant_did_not_open() {
    assertThat(Stream.generate(() -> seals.open(CALLER, "this", "AAAA")).limit(MOST))
        .containsOnly(new Opening.Foreign());

    assertThat(seals.open(CALLER, "this", sealed)).isInstanceOf(Opening.TooMany.class);
    assertThat(seals.open(caller("0f", "0f", "0f", "client-1"), "this", sealed))
        .isEqualTo(new Opening.Foreign());
    clock.passes(Duration.ofMinutes(1).dividedBy(MOST));
    assertThat(seals.open(CALLER, "this", sealed)).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void is_not_looked_at_where_it_is_longer_than_any() {
    assertThat(seals.open(CALLER, "this", "A".repeat(65_537))).isEqualTo(new Opening.Foreign());
  }

  @Test
  void shows_nothing_of_what_is_in_it() {
    assertThat(new Opening.Opened("canary").toString()).doesNotContain("canary");
    assertThat(sealed).doesNotContain("state");
  }

  private static Caller caller(String organization, String person, String grant, String client) {
    return new Caller(
        new TenantScope(new OrganizationId(organization.repeat(16))),
        new GrantId(grant.repeat(16)),
        new PersonId(person.repeat(16)),
        new ClientId(client),
        Scopes.NONE);
  }
}
