package dev.sallyport.architecture.offences.what_looks_like_a_test_is_one.domain.grant;

abstract class OffenderContract {
  void a_test_without_its_annotation() {}
}
