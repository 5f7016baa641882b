package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ExportPerson;
import dev.sallyport.application.port.in.ExportPerson.Outcome;
import dev.sallyport.bootstrap.export.PieceWriter;
import dev.sallyport.domain.id.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes all that is kept of one person as a zip of JSON files, opened.",
    footer = {"", "Credentials are never among it. Hand the file to that person and nobody else."})
final class PeopleExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PersonArgument argument = new PersonArgument();

  @Option(
      names = "--to",
      paramLabel = "FILE.zip",
      required = true,
      description = "The file to write, for its owner alone; it must not exist yet.")
  private Path to = Path.of("");

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PersonId person = argument.person();
    try (ClosedHouse house = argument.house()) {
      create();
      boolean done = false;
      try {
        Written written = written(house.get(ExportPerson.class), person);
        done = written.outcome() instanceof Outcome.Exported;
        return told(written);
      } finally {
        if (!done) {
          Files.delete(to);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` is there already".formatted(to), e);
    } catch (IOException | UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` cannot be written".formatted(to), e);
    }
  }

  // of a file with such content nobody else may see even the beginning
  private void create() throws IOException {
    boolean posix = to.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      Files.createFile(
          to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(to);
    }
  }

  private Written written(ExportPerson exports, PersonId person) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(to));
        var writer = new PieceWriter(zip)) {
      Outcome outcome = exports.export(person, writer::write);
      return new Written(outcome, writer.written());
    }
  }

  /// The exit code.
  private int told(Written written) {
    return switch (written.outcome()) {
      case Outcome.Exported(long locked) -> {
        tell(written.pieces(), locked);
        yield locked == 0 ? 0 : 1;
      }
      case Outcome.NotThere() -> argument.nobody();
    };
  }

  private void tell(long pieces, long locked) {
    var out = spec.commandLine().getOut();
    out.println(
        json
            ? "{\"records\":%d,\"locked\":%d}".formatted(pieces, locked)
            : "%d records written.".formatted(pieces));
    out.flush();
    if (locked > 0) {
      var err = spec.commandLine().getErr();
      err.println(
          "%d sealed texts could not be opened and are marked `_unreadable`. Restore from a backup"
                  .formatted(locked)
              + " the keys they need (the ring, the person's row of `person_key`), or their own rows"
              + " if those are damaged, then export again.");
      err.flush();
    }
  }

  private record Written(Outcome outcome, long pieces) {}
}
