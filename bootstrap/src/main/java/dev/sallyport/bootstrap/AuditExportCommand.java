package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.bootstrap.export.ExportWriter;
import dev.sallyport.domain.ledger.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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
      "With --file it copies an export piece by piece, and stops where that cannot be read. What",
      "cannot be read is told, and it ends with 1; the rest is written."
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

  private final List<Path> created = new ArrayList<>();

  @Override
  public Integer call() {
    long entries;
    try {
      entries = write();
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` is there already".formatted(e.getFile()), e);
    } catch (IOException | UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` cannot be written".formatted(to), e);
    }
    tell(entries);
    return source.code();
  }

  private long write() throws IOException {
    boolean done = false;
    try (Writer file = create(to)) {
      long entries = write(new ExportWriter(file));
      file.flush();
      done = true;
      return entries;
    } finally {
      if (!done) {
        for (Path begun : created) {
          Files.delete(begun);
        }
      }
    }
  }

  private long write(ExportWriter writer) {
    var entries = new AtomicLong();
    var progress = new AuditProgress(spec);
    run(line -> {
      writer.write(line);
      noteKeys(line);
      if (line instanceof Line.Written) {
        progress.reached(entries.incrementAndGet());
      }
    });
    return entries.get();
  }

  private Writer create(Path path) throws IOException {
    Writer file =
        Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    created.add(path);
    return file;
  }

  private void run(Consumer<Line> lines) {
    if (source.file().isPresent()) {
      source.read(source.file().get(), lines);
      return;
    }
    try (ClosedHouse house = source.house()) {
      house.get(ReadLedger.class).export(lines.andThen(source::note));
    }
  }

  private void noteKeys(Line line) {
    if (keysTo != null && line instanceof Line.Opening(var _, var keys)) {
      try (Writer pem = create(keysTo)) {
        pem.write(PublicPem.written(keys));
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
