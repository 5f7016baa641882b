package dev.sallyport.architecture.offences.what_looks_like_a_test_is_one.domain.grant;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class NestedOffenderTest {
  @Nested
  class When_inside {
    @Test
    void a_test() {}

    void another() {}
  }
}
