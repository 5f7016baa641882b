package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.export.ExportWriter;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Recorded;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;

/// Tells entries: in a line, in words, or as JSON.
final class AuditEntries {
  private final PrintWriter out;
  private final boolean json;

  AuditEntries(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void tell(Recorded recorded) {
    if (json) {
      new ExportWriter(out).write(recorded);
    } else {
      Entry entry = recorded.entry();
      out.println(
          "%s  %s  %-8s  %s  %s"
              .formatted(
                  entry.at(),
                  entry.id().value(),
                  entry.kind().word(),
                  fact(entry, Fact.TOOL),
                  fact(entry, Fact.DECISION)));
    }
    out.flush();
  }

  void explain(Recorded recorded) {
    if (json) {
      tell(recorded);
      return;
    }
    Entry entry = recorded.entry();
    out.println("Entry %s, %s".formatted(entry.id().value(), place(recorded)));
    row("when", entry.at().toString());
    row("what", entry.kind().word());
    row("organization", entry.organization().value());
    Arrays.stream(Fact.values())
        .filter(fact -> fact != Fact.VERDICTS)
        .forEach(fact -> entry.facts().of(fact).ifPresent(text -> row(words(fact), text)));
    row("personal", entry.personal().absent() ? "nothing" : "sealed under the person's key");
    entry.facts().of(Fact.VERDICTS).ifPresent(this::verdicts);
    out.flush();
  }

  private void verdicts(String verdicts) {
    out.println("Each rule said:");
    Arrays.stream(verdicts.split(" ", -1))
        .map(verdict -> verdict.split("=", 2))
        .forEach(verdict -> row(verdict[0], verdict.length == 2 ? verdict[1] : ""));
  }

  private void row(String name, String text) {
    out.println("  %-14s %s".formatted(name, text));
  }

  private static String place(Recorded recorded) {
    return recorded.sequence().isPresent()
        ? "in place %d of the chain".formatted(recorded.sequence().getAsLong())
        : "not sealed yet";
  }

  private static String fact(Entry entry, Fact fact) {
    return entry.facts().of(fact).orElse("-");
  }

  private static String words(Fact fact) {
    return fact.word().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
