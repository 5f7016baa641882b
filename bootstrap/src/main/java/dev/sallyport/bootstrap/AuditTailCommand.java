package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.SealedEntry;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = "Shows the last entries, the newest last. Verifies nothing.")
final class AuditTailCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AuditSource source = new AuditSource();

  @Option(names = "-n", paramLabel = "N", description = "How many (20).")
  private int most = 20;

  @Option(names = "--json", description = "Write JSON, one entry a line.")
  private boolean json;

  @Override
  public Integer call() {
    if (most < 1) {
      throw new ParameterException(spec.commandLine(), "-n takes a whole number from 1");
    }
    var lines = new AuditEntries(spec.commandLine().getOut(), json);
    (source.file().isPresent() ? ofExport(source.file().get()) : ofDatabase()).forEach(lines::tell);
    return source.code();
  }

  private List<Recorded> ofDatabase() {
    try (ClosedHouse house = source.house()) {
      return house.get(ReadLedger.class).latest(most).reversed();
    }
  }

  private List<Recorded> ofExport(Path file) {
    var last = new ArrayDeque<Recorded>();
    source.read(
        file,
        line -> {
          if (line instanceof Line.Written(SealedEntry sealed)) {
            last.add(new Recorded(sealed.entry(), OptionalLong.of(sealed.sequence())));
          }
          if (last.size() > most) {
            last.remove();
          }
        });
    return new ArrayList<>(last);
  }
}
