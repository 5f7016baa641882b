package dev.sallyport.architecture.offences.no_standard_streams.adapters.in.cli;

import java.io.PrintStream;

final class ErrorOffender {
  PrintStream told() {
    return System.err;
  }
}
