package dev.sallyport.architecture.offences.tests_are_named_so_that_they_run.domain.grant;

import org.junit.jupiter.api.Test;

final class UnnestedOffenderTest {
  private final StringBuilder told = new StringBuilder();

  class When_inside {
    @Test
    void a_test() {
      told.append("inside");
    }
  }
}
