package dev.sallyport.architecture.offences.tests_are_named_so_that_they_run.domain.grant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManyOffenders {
  @ParameterizedTest
  @ValueSource(ints = 1)
  void a_test(int given) {}
}
