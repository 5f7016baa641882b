package dev.sallyport.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The facts of an entry")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org",
        "to <ana.b+c@mail.example.org>",
        "+49 151 2345 6789",
        "+1 (202) 555-0143",
        "call +12025550143 now",
        "\u0438\u0432\u0430\u043d@\u043f\u043e\u0447\u0442\u0430.\u0440\u0444",
        "ana\uff20example.org",
        "+49/170/1234567",
        "+49 - 170 - 1234567",
        "+49\u00a0170\u20111234567",
        "\uff0b49 170 1234567"
      })
  void hold_no_address_and_no_number(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Facts(Map.of(Fact.REASON, text)));
  }

  @Test
  void are_masked_before_they_are_taken() {
    assertThat(
            Facts.none().with(Fact.REASON, "ana@example.org or +49 151 2345 6789").of(Fact.REASON))
        .contains("[address] or [number]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://claude.ai/api/mcp/auth_callback",
        "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "calls=1 recipients=2 1234567890",
        "reach=allow taint=ask"
      })
  void hold_ids_and_labels_as_they_are(String text) {
    assertThat(Facts.none().with(Fact.REASON, text).of(Fact.REASON)).contains(text);
  }

  @Test
  void lose_control_characters() {
    assertThat(Facts.none().with(Fact.REASON, "a\nb\u0000c").of(Fact.REASON)).contains("a b c");
  }

  @Test
  void are_cut_to_a_length() {
    assertThat(Facts.none().with(Fact.REASON, "x".repeat(Facts.LONGEST + 1)).of(Fact.REASON))
        .hasValueSatisfying(text -> assertThat(text).hasSize(Facts.LONGEST).endsWith("…"));
  }

  @Test
  void leave_out_what_is_blank() {
    assertThat(Facts.none().with(Fact.REASON, " ")).isEqualTo(Facts.none());
  }

  @Test
  void are_cut_to_a_length_without_breaking_a_character() {
    String smile = new String(Character.toChars(0x1F600));

    assertThat(Facts.none().with(Fact.REASON, smile.repeat(Facts.LONGEST)).of(Fact.REASON))
        .hasValueSatisfying(text -> assertThat(text).endsWith(smile + "…"));
  }

  @Test
  void are_read_in_no_time_however_hostile() {
    String hostile = "a".repeat(Facts.LONGEST - 2) + "@";

    assertThat(Facts.none().with(Fact.REASON, hostile).of(Fact.REASON)).contains(hostile);
  }

  @Test
  void are_drafted_many_at_once() {
    Facts all =
        Facts.draft()
            .tell(Fact.REASON, "wrote to ada@example.org")
            .tell(Fact.TOOL, "send")
            .tell(Fact.RULE, " ")
            .tell(Facts.none().with(Fact.TOOL, "read"))
            .facts();

    assertThat(all.texts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Fact.REASON, "wrote to [address]", Fact.TOOL, "read"));
  }

  @Test
  void stay_as_they_are_when_a_draft_goes_on() {
    Facts.Draft draft = Facts.draft().tell(Fact.TOOL, "send");
    Facts facts = draft.facts();
    draft.tell(Fact.TOOL, "read");

    assertThat(facts.of(Fact.TOOL)).contains("send");
  }
}
