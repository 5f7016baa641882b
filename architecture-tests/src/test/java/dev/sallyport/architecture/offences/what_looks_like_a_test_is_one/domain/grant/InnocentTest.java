package dev.sallyport.architecture.offences.what_looks_like_a_test_is_one.domain.grant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InnocentTest extends InnocentContract {
  private int given;

  @BeforeEach
  void given() {
    given = 1;
  }

  @Override
  void takeAway() {
    count();
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void many(int one) {
    count();
  }

  static void reset() {}

  int seen() {
    return given;
  }

  private void count() {
    given++;
  }
}
