package dev.sallyport.architecture.offences.what_looks_like_a_test_is_one.domain.grant;

final class OffenderTest {
  void testCleanup() {}
}
