package dev.sallyport.architecture.offences.no_standard_streams.adapters.in.cli;

final class Offender {
  void tell() {
    System.out.println("told");
  }
}
