package dev.sallyport.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An id")
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdTest {
  private static final String SPELLED = "00ff10" + "0".repeat(24) + "9a";

  @ParameterizedTest
  @MethodSource("minted")
  void that_we_mint_is_spelled_by_16_bytes(
      Function<byte[], Object> of, Function<String, Object> id) {
    byte[] bytes = new byte[16];
    bytes[1] = -1;
    bytes[2] = 16;
    bytes[15] = (byte) 0x9a;

    assertThat(of.apply(bytes)).isEqualTo(id.apply(SPELLED));
    assertThatThrownBy(() -> of.apply(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of.apply(new byte[17])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> id.apply("x")).isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<Arguments> minted() {
    return Stream.of(
        minted(GrantId::of, GrantId::new),
        minted(AccountId::of, AccountId::new),
        minted(ApiKeyId::of, ApiKeyId::new),
        minted(OrganizationId::of, OrganizationId::new),
        minted(ApprovalId::of, ApprovalId::new),
        minted(PersonId::of, PersonId::new),
        minted(ClaimId::of, ClaimId::new));
  }

  @Test
  void of_what_comes_one_after_the_other_begins_with_its_time() {
    Instant noon = Instant.parse("2026-11-20T12:00:00.123Z");
    byte[] bytes = new byte[10];
    bytes[9] = (byte) 0x9a;

    assertThat(CallId.of(noon, bytes).value()).isEqualTo("01a1f8d3ea7b" + "0".repeat(18) + "9a");
    assertThat(EntryId.of(noon, bytes).value()).isEqualTo(CallId.of(noon, bytes).value());
    assertThat(CallId.of(noon, new byte[10]).value())
        .isLessThan(CallId.of(noon.plusMillis(1), new byte[10]).value());
    assertThatThrownBy(() -> CallId.of(noon, new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Arguments minted(Function<byte[], Object> of, Function<String, Object> id) {
    return Arguments.of(of, id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000000000000000000000000000000",
        "000000000000000000000000000000000",
        "0000000000000000000000000000000A",
        "0000000000000000000000000000000g",
        "0000000000000000000000000000000:",
        "0000000000000000000000000000000/",
        "0000000000000000000000000000000`",
        " 0000000000000000000000000000000"
      })
  void that_we_mint_is_32_lower_case_hex_digits(String value) {
    assertThatThrownBy(() -> new GrantId(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an id is 32 lower-case hex digits");
  }

  @Test
  void of_somebody_else_is_anything_that_can_be_printed() {
    assertThat(new SpaceId("Zürich 🏔 +49/!").value()).isEqualTo("Zürich 🏔 +49/!");
    assertThat(new SpaceId("s".repeat(256)).value()).hasSize(256);
    assertThat(new ConversationId("c".repeat(256)).value()).hasSize(256);
    assertThat(new ClientId("https://" + "c".repeat(504)).value()).hasSize(512);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000", "a\nb", "\ud83d", "\u0378"})
  void of_somebody_else_is_refused_where_it_cannot_be_printed(String value) {
    assertThatThrownBy(() -> new SpaceId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_somebody_else_has_its_length() {
    assertThatThrownBy(() -> new SpaceId("s".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConversationId("c".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClientId("c".repeat(513)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Phone",
        "1phone",
        "-phone",
        "pho ne",
        "phone_1",
        "a23456789012345678901234567890123"
      })
  void that_is_configured_is_a_plain_word(String value) {
    assertThatThrownBy(() -> new BackendId(value)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BackendKind(value)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PrivateKind(value)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PlanId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "ä"})
  void of_a_tool_is_one_that_assistants_can_call(String value) {
    assertThatThrownBy(() -> new ToolName(value)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ToolName("t".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new ToolName("t".repeat(64)).value()).hasSize(64);
  }
}
