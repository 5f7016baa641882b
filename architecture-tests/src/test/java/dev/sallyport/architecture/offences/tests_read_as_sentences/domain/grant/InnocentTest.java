package dev.sallyport.architecture.offences.tests_read_as_sentences.domain.grant;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class InnocentTest {
  @Test
  void a_test() {}

  @Nested
  class When_inside {
    @Test
    void a_test() {}
  }
}
