package dev.sallyport.architecture.offences.no_standard_streams.adapters.in.cli;

import java.io.PrintStream;

final class Innocent {
  void tell(PrintStream out, RuntimeException bug) {
    bug.printStackTrace(out);
  }
}
