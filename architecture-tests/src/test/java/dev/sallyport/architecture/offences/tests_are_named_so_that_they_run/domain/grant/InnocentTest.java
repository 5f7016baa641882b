package dev.sallyport.architecture.offences.tests_are_named_so_that_they_run.domain.grant;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class InnocentTest {
  @Test
  void a_test() {}

  @Nested
  class When_inside {
    @Test
    void a_test() {}
  }
}
