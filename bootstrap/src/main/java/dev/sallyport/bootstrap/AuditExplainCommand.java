package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.SealedEntry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tells one entry in words: who, with what, and what each rule said.")
final class AuditExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AuditSource source = new AuditSource();

  @Parameters(paramLabel = "ID", description = "The id of the entry.")
  private String id = "";

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public Integer call() {
    EntryId wanted = wanted();
    Optional<Recorded> found =
        source.file().isPresent() ? ofExport(source.file().get(), wanted) : ofDatabase(wanted);
    if (found.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          (source.code() == 0 ? "There is no entry %s." : "Up to there, there is no entry %s.")
              .formatted(wanted.value()));
      err.flush();
      return 1;
    }
    new AuditEntries(spec.commandLine().getOut(), json).explain(found.get());
    return source.code();
  }

  private EntryId wanted() {
    try {
      return new EntryId(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "an entry's id is 32 lower-case hex digits", e);
    }
  }

  private Optional<Recorded> ofDatabase(EntryId wanted) {
    try (ClosedHouse house = source.house()) {
      return house.get(ReadLedger.class).find(wanted);
    }
  }

  private Optional<Recorded> ofExport(Path file, EntryId wanted) {
    var found = new AtomicReference<@Nullable Recorded>();
    source.read(
        file,
        line -> {
          if (line instanceof Line.Written(SealedEntry sealed)
              && sealed.entry().id().equals(wanted)) {
            found.set(new Recorded(sealed.entry(), OptionalLong.of(sealed.sequence())));
          }
        });
    return Optional.ofNullable(found.get());
  }
}
