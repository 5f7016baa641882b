package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.PolicyReader.CallReading;
import dev.sallyport.application.port.out.PolicyReader.Reading;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [PolicyReader] must do. Extend it and say what its texts look like.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class PolicyReaderContract {
  protected static final Instant AT = Instant.parse("2026-01-05T12:00:00Z");

  protected abstract PolicyReader reader();

  /// A policy whose tests pass.
  protected abstract byte[] holding();

  /// A policy with a test that fails.
  protected abstract byte[] missing();

  /// Neither a policy nor a call.
  protected abstract byte[] faulty();

  /// A call that says no time.
  protected abstract byte[] call();

  @Test
  void a_policy_that_holds_is_read() {
    assertThat(reader().read(holding()))
        .isInstanceOfSatisfying(
            Reading.Holds.class,
            holds -> assertThat(holds.file().version()).matches("sha256:[0-9a-f]{16}"));
    assertThat(reader().read(holding()).faults()).isEmpty();
  }

  @Test
  void equal_texts_are_equal_policies() {
    assertThat(reader().read(holding())).isEqualTo(reader().read(holding()));
  }

  @Test
  void a_policy_whose_test_fails_must_not_be_put_in_force() {
    assertThat(reader().read(missing())).isInstanceOf(Reading.Missed.class);
    assertThat(reader().read(missing()).faults())
        .hasSize(1)
        .allSatisfy(fault -> assertThat(fault.what()).contains("fails"));
  }

  @Test
  void a_text_that_is_no_policy_is_told_where_and_why() {
    assertThat(reader().read(faulty())).isInstanceOf(Reading.Faulty.class);
    assertThat(reader().read(faulty()).faults())
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.line()).isPositive())
        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("\n"));
  }

  @Test
  void a_call_is_made_at_the_instant_given_if_it_says_no_time() {
    assertThat(reader().readCall(call(), AT))
        .isInstanceOfSatisfying(
            CallReading.Described.class,
            described -> assertThat(described.facts().at()).isEqualTo(AT));
  }

  @Test
  void a_text_that_is_no_call_is_told_where_and_why() {
    assertThat(reader().readCall(faulty(), AT))
        .isInstanceOfSatisfying(
            CallReading.Faulty.class, told -> assertThat(told.faults()).isNotEmpty());
  }
}
