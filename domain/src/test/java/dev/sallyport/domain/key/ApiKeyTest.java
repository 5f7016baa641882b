package dev.sallyport.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.key.ApiKey.Standing;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An API key")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiKeyTest {
  private static final Instant MADE = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant ENDS = MADE.plusSeconds(60);

  @Test
  void lives_until_it_expires() {
    assertThat(key("ci").standing(MADE)).isEqualTo(Standing.LIVE);
    assertThat(key("ci").standing(ENDS.minusNanos(1))).isEqualTo(Standing.LIVE);
    assertThat(key("ci").standing(ENDS)).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void is_revoked_once_and_for_all() {
    ApiKey revoked = key("ci").revoked(MADE);

    assertThat(revoked.standing(MADE)).isEqualTo(Standing.REVOKED);
    assertThat(revoked.standing(ENDS)).isEqualTo(Standing.REVOKED);
    assertThat(revoked.revoked(ENDS)).isEqualTo(revoked);
  }

  @Test
  void was_last_used_at_the_latest_of_its_uses() {
    assertThat(key("ci").used(ENDS).used(MADE).lastUsedAt()).contains(ENDS);
    assertThat(key("ci").used(MADE).used(ENDS).lastUsedAt()).contains(ENDS);
  }

  @Test
  void ends_after_it_was_made() {
    assertThatIllegalArgumentException().isThrownBy(() -> key("ci", MADE, "abcd"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u202eb", "a\u2028b", "a\u0000"})
  void is_not_called_that(String name) {
    assertThat(ApiKey.isName(name)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> key(name));
  }

  @Test
  void has_a_name_of_a_hundred_characters_at_most() {
    assertThat(ApiKey.isName("é".repeat(100))).isTrue();
    assertThat(ApiKey.isName("é".repeat(101))).isFalse();
  }

  @Test
  void shows_no_more_of_itself_than_a_hint() {
    assertThatIllegalArgumentException().isThrownBy(() -> key("ci", ENDS, "123456789"));
    assertThat(key("ci").toString()).doesNotContain("sp_");
  }

  @Test
  void is_of_a_client_that_nobody_can_register_as() {
    assertThat(ClientId.KEYS.isReserved()).isTrue();
    assertThat(ClientId.PAGES.isReserved()).isTrue();
    assertThat(new ClientId("https://client.example").isReserved()).isFalse();
  }

  private static ApiKey key(String name) {
    return key(name, ENDS, "abcd");
  }

  private static ApiKey key(String name, Instant ends, String hint) {
    return new ApiKey(
        new ApiKeyId("0a".repeat(16)),
        new OrganizationId("0b".repeat(16)),
        new GrantId("0c".repeat(16)),
        new PersonId("0d".repeat(16)),
        ClientId.KEYS,
        name,
        Scopes.NONE,
        Pseudonym.of(new byte[32]),
        hint,
        MADE,
        ends,
        Optional.empty(),
        Optional.empty());
  }
}
