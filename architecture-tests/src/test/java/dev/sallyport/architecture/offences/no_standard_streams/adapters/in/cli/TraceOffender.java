package dev.sallyport.architecture.offences.no_standard_streams.adapters.in.cli;

final class TraceOffender {
  void tell(RuntimeException bug) {
    bug.printStackTrace();
  }
}
