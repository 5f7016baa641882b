package dev.sallyport.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.vault.Bytes;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An entry")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntryTest {
  private static final Entry ENTRY =
      new Entry(
          new EntryId("000102030405060708090a0b0c0d0e0f"),
          new OrganizationId("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"),
          Instant.parse("2026-11-21T12:00:00.123456789Z"),
          Kind.DENIED,
          Facts.none().with(Fact.TOOL, "tâche").with(Fact.RULE, "reach"),
          new Personal(Bytes.of(new byte[] {1, 2, 3})));

  private static final String GOLDEN =
      "00000011"
          + "73616c6c79706f72742f656e7472792f31" // sallyport/entry/1
          + "00000020"
          + "3030303130323033303430353036303730383039306130623063306430653066"
          + "00000020"
          + "6630663166326633663466356636663766386639666166626663666466656666"
          + "00000008"
          + "000660c819a35240"
          + "00000006"
          + "64656e696564"
          + "00000008"
          + "0000000000000002"
          + "00000004"
          + "72756c65"
          + "00000005"
          + "7265616368"
          + "00000004"
          + "746f6f6c"
          + "00000006"
          + "74c3a2636865"
          + "00000003"
          + "010203";

  @Test
  void has_one_form_in_bytes_for_ever() {
    assertThat(HexFormat.of().formatHex(ENTRY.toBytes())).isEqualTo(GOLDEN);
  }

  @Test
  void comes_back_from_its_bytes_as_it_was() {
    assertThat(Entry.of(ENTRY.toBytes())).isEqualTo(ENTRY);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void comes_back_as_every_kind(Kind kind) {
    var entry =
        new Entry(
            ENTRY.id(), ENTRY.organization(), ENTRY.at(), kind, Facts.none(), Personal.none());

    assertThat(Entry.of(entry.toBytes())).isEqualTo(entry);
  }

  @ParameterizedTest
  @EnumSource(Fact.class)
  void comes_back_with_every_fact(Fact fact) {
    var entry =
        new Entry(
            ENTRY.id(),
            ENTRY.organization(),
            ENTRY.at(),
            Kind.READ,
            Facts.none().with(fact, "x"),
            Personal.none());

    assertThat(Entry.of(entry.toBytes())).isEqualTo(entry);
  }

  @Test
  void is_not_read_from_bytes_that_were_cut() {
    byte[] bytes = ENTRY.toBytes();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Entry.of(Arrays.copyOf(bytes, bytes.length - 1)));
  }

  @Test
  void is_not_read_from_bytes_that_go_on() {
    byte[] bytes = ENTRY.toBytes();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Entry.of(Arrays.copyOf(bytes, bytes.length + 1)));
  }
}
