package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.bootstrap.export.ExportWriter;
import dev.sallyport.domain.ledger.Line;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the whole sealed ledger to a file that can be verified anywhere.",
    footer = {
      "",
      "With --file it copies an export piece by piece, and stops where that cannot be read."
    })
final class AuditExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AuditSource source = new AuditSource();

  @Parameters(paramLabel = "TO", description = "The file to write; it must not exist yet.")
  private Path to = Path.of("");

  @Option(
      names = "--keys-to",
      paramLabel = "PEM",
      description = "Also write the public keys, for `verify --key`; keep them apart.")
  private @Nullable Path keysTo;

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public Integer call() {
    var entries = new AtomicLong();
    var progress = new AuditProgress(spec);
    try (Writer file =
        Files.newBufferedWriter(to, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
      var writer = new ExportWriter(file);
      run(line -> {
        writer.write(line);
        noteKeys(line);
        if (line instanceof Line.Written) {
          progress.reached(entries.incrementAndGet());
        }
      });
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` is there already".formatted(to), e);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` cannot be written".formatted(to), e);
    }
    tell(entries.get());
    return 0;
  }

  private void run(Consumer<Line> lines) {
    if (source.file().isPresent()) {
      source.read(source.file().get(), lines);
      return;
    }
    try (ClosedHouse house = source.house()) {
      house.get(ReadLedger.class).export(lines);
    }
  }

  private void noteKeys(Line line) {
    if (keysTo != null && line instanceof Line.Opening(var _, var keys)) {
      try {
        Files.writeString(keysTo, PublicPem.written(keys), StandardOpenOption.CREATE_NEW);
      } catch (IOException e) {
        throw new ParameterException(
            spec.commandLine(), "the file `%s` cannot be written".formatted(keysTo), e);
      }
    }
  }

  private void tell(long entries) {
    var out = spec.commandLine().getOut();
    out.println(
        json ? "{\"entries\":%d}".formatted(entries) : "%d entries written.".formatted(entries));
    out.flush();
  }
}
