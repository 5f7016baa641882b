package dev.sallyport.architecture.offences.tests_are_named_so_that_they_run.domain.grant;

final class InnocentContractTest {
  static final class OfAStoreThatForgets extends InnocentContract {}
}
