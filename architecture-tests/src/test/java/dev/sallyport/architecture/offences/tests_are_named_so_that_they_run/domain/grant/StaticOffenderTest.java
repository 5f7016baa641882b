package dev.sallyport.architecture.offences.tests_are_named_so_that_they_run.domain.grant;

import org.junit.jupiter.api.Test;

final class StaticOffenderTest {
  static class When_inside {
    @Test
    void a_test() {}
  }
}
