package dev.sallyport.bootstrap;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;

/// Says how far long work has come, beside its answer and not in it.
final class AuditProgress {
  private static final long STEP = 100_000;

  private final PrintWriter err;
  private final AtomicLong told = new AtomicLong();

  AuditProgress(CommandSpec spec) {
    err = spec.commandLine().getErr();
  }

  void reached(long sequence) {
    if (sequence - told.get() >= STEP) {
      told.set(sequence);
      err.println("%,d entries so far".formatted(sequence));
      err.flush();
    }
  }
}
