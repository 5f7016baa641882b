package dev.sallyport.architecture.offences.tests_read_as_sentences.domain.grant;

import org.junit.jupiter.api.Test;

final class OffenderTest {
  @Test
  void a_test() {}
}
