package dev.sallyport.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.vault.KeyId;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A fault of a ledger")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultTest {
  private static final EntryId ENTRY = new EntryId("a".repeat(32));

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void is_told_in_words(Fault fault, String told) {
    assertThat(fault.told()).contains(told);
  }

  static Stream<Arguments> faults() {
    KeyId key = KeyId.of(new byte[KeyId.BYTES]);
    return Stream.of(
        Arguments.of(new Fault.Altered(7, ENTRY), "entry 7 (" + ENTRY.value() + ") was altered"),
        Arguments.of(new Fault.Inserted(7, ENTRY), "place 7 belongs to another"),
        Arguments.of(new Fault.Missing(7, 7), "entry 7 is missing"),
        Arguments.of(new Fault.Missing(7, 8), "entries 7 to 8 are missing"),
        Arguments.of(new Fault.OutOfOrder(7, ENTRY), "is out of order"),
        Arguments.of(
            new Fault.Rewritten(3, 7, 8), "entries 7 to 8 are not those that checkpoint 3"),
        Arguments.of(new Fault.Forged(3), "checkpoint 3 was forged or altered"),
        Arguments.of(new Fault.Disconnected(3, 3), "checkpoint 3 does not follow"),
        Arguments.of(new Fault.Disconnected(4, 3), "checkpoint 3 is missing: checkpoint 4"),
        Arguments.of(new Fault.UnknownKey("the closing", key), "the closing is signed with a key"),
        Arguments.of(new Fault.Unsigned(7, 8), "the checkpoint over entries 7 to 8 is missing"),
        Arguments.of(new Fault.CutOff(7), "cut off after entry 7"),
        Arguments.of(new Fault.FalseClosing(7, 7), "the closing of the export was forged"),
        Arguments.of(new Fault.FalseClosing(7, 8), "tells of 7 entries and there are 8"),
        Arguments.of(new Fault.Unreadable("line 3"), "line 3 cannot be read"));
  }
}
