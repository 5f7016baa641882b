package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Verification;
import dev.sallyport.domain.vault.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks every entry, link and signature, and names the first that does not hold.",
    footer = {
      "",
      "Without --key it trusts the keys that the ledger names itself: that shows that it is whole,",
      "and not whose it is. Ends with 0 if it is whole, 1 if it is not, 2 for a wrong command line."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AuditSource source = new AuditSource();

  @Option(
      names = "--key",
      paramLabel = "PEM",
      description = "Trust the public keys in this file; may be given again.")
  private List<Path> keys = List.of();

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<Bytes> trusted =
        keys.stream().flatMap(path -> PublicPem.read(spec, path).stream()).toList();
    var progress = new AuditProgress(spec);
    Optional<Path> file = source.file();
    Verification.Verdict verdict =
        file.isPresent() ? ofExport(file.get(), trusted, progress) : ofDatabase(trusted, progress);
    new AuditVerdict(spec.commandLine().getOut(), json).tell(verdict, trusted.isEmpty());
    return switch (verdict) {
      case Verification.Verdict.Whole _ -> 0;
      case Verification.Verdict.Faulty _ -> 1;
    };
  }

  private Verification.Verdict ofExport(Path file, List<Bytes> trusted, AuditProgress progress) {
    var verification = new AtomicReference<>(Verification.trusting(trusted));
    source.parse(
        file,
        line -> {
          verification.updateAndGet(before -> before.with(line));
          if (line instanceof Line.Signed(var checkpoint)) {
            progress.reached(checkpoint.statement().to());
          }
        });
    return verification.get().ofExport();
  }

  private Verification.Verdict ofDatabase(List<Bytes> trusted, AuditProgress progress) {
    try (ClosedHouse house = source.house()) {
      return house.get(ReadLedger.class).verify(trusted, progress::reached);
    }
  }
}
