package dev.sallyport.architecture.offences.our_exceptions_are_unchecked.application;

final class Offender extends Exception {
  private static final long serialVersionUID = 1L;
}
