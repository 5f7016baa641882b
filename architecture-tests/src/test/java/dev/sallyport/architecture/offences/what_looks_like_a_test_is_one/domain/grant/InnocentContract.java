package dev.sallyport.architecture.offences.what_looks_like_a_test_is_one.domain.grant;

import org.junit.jupiter.api.Test;

abstract class InnocentContract {
  abstract void takeAway();

  @Test
  void a_test() {}
}
