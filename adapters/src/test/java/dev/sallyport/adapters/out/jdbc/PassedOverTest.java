package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Lines;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Fault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Of what the sealer passes over, the log")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PassedOverTest {
  @AutoClose private final Lines lines = Lines.of(PassedOver.class);
  private final PassedOver passedOver = new PassedOver();

  @Test
  void tells_each_entry_once() {
    passedOver.tell(lost(1));
    passedOver.tell(lost(2));
    passedOver.tell(lost(1));

    assertThat(lines.told())
        .satisfiesExactly(
            line -> assertThat(line).contains(lost(1).told()),
            line -> assertThat(line).contains(lost(2).told()));
  }

  @Test
  void tells_a_few_and_then_that_there_are_more() {
    for (int entry = 1; entry <= 20; entry++) {
      passedOver.tell(lost(entry));
    }

    assertThat(lines.told()).hasSize(6).last().asString().contains("more");
  }

  private static Fault lost(int entry) {
    return new Fault.Lost(new EntryId("%032x".formatted(entry)));
  }
}
