package dev.sallyport.architecture.offences.our_exceptions_are_unchecked.application;

final class Innocent extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
