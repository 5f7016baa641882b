package dev.sallyport.architecture.offences.tests_read_as_sentences.domain.grant;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class InnocentContract {
  @Test
  void a_test() {}
}
