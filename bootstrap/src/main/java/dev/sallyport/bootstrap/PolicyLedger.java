package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.export.ExportReader;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.SealedEntry;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The export of a ledger that decisions are read from. Whether it is whole is for `audit verify`
/// to say.
final class PolicyLedger {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--ledger",
      paramLabel = "EXPORT",
      description = "What `audit export` wrote: recorded decisions are read from it.")
  private @Nullable Path ledger;

  boolean given() {
    return ledger != null;
  }

  /// In the order in which they were written.
  List<Entry> entries() {
    Path export = ledger;
    if (export == null) {
      throw new ParameterException(
          spec.commandLine(), "give the export that decisions are read from: --ledger EXPORT");
    }
    var entries = new ArrayList<Entry>();
    try (Reader lines = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
      ExportReader.read(lines, line -> take(line, entries, export));
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "the export `%s` cannot be read".formatted(export), e);
    }
    return entries;
  }

  private void take(Line line, List<Entry> entries, Path export) {
    switch (line) {
      case Line.Written(SealedEntry sealed) -> entries.add(sealed.entry());
      case Line.Unreadable(String where) ->
          throw new ParameterException(
              spec.commandLine(), "`%s` is no export: see its %s".formatted(export, where));
      case Line.Opening _, Line.Signed _, Line.Closed _ -> {}
    }
  }
}
