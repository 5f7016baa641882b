package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Rejected;
import dev.sallyport.application.Unavailable;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A transaction that cannot begin")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransactionsTest {
  @Test
  void because_it_may_not_is_a_fault_of_our_own() {
    assertThatExceptionOfType(Rejected.class)
        .isThrownBy(() -> refusedWith("42501").inSystem(_ -> "never"))
        .withMessageContaining("42501");
  }

  @Test
  void because_nobody_answers_is_an_outage() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> refusedWith("08006").inSystem(_ -> "never"));
  }

  private static Transactions refusedWith(String state) {
    return new Transactions(
        () -> {
          throw new SQLException("made to fail", state);
        },
        Roles.NONE,
        new Outages(InstantSource.system()));
  }
}
