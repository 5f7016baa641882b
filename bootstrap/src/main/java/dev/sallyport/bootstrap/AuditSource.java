package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.export.ExportReader;
import dev.sallyport.bootstrap.settings.SettingsReader;
import dev.sallyport.domain.ledger.Line;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Where an `audit` command reads: from an export, with nothing else, or from the database.
final class AuditSource {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private GivenOptions given = new GivenOptions();

  @Option(
      names = "--file",
      paramLabel = "EXPORT",
      description = "Read this export, and open no database and no key.")
  private @Nullable Path file;

  private int code;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /// Passes each piece, and says where there is none; then [#code()] is 1.
  void read(Path export, Consumer<Line> to) {
    parse(
        export,
        line -> {
          to.accept(line);
          note(line);
        });
  }

  /// Says what cannot be read, if this is such a line.
  void note(Line line) {
    if (line instanceof Line.Unreadable(String where)) {
      code = 1;
      PrintWriter err = spec.commandLine().getErr();
      err.println(where + " cannot be read; `sallyport audit verify` says what is wrong.");
      err.flush();
    }
  }

  /// How a command ends that did its part.
  int code() {
    return code;
  }

  /// Passes each piece, and says nothing.
  void parse(Path export, Consumer<Line> to) {
    try (Reader lines = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
      ExportReader.read(lines, to);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "the export `%s` cannot be read".formatted(export), e);
    }
  }

  ClosedHouse house() {
    return ClosedHouse.open(SettingsReader.read(given.with(Map.copyOf(System.getenv()))));
  }
}
