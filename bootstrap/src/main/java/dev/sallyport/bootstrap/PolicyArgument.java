package dev.sallyport.bootstrap;

import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.application.port.out.PolicyReader.Reading;
import dev.sallyport.domain.policy.PolicyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The file that a `policy` command is about, and how it answers.
final class PolicyArgument {
  /// More than a policy may have, so that its reader says so.
  private static final int MOST_BYTES = 1_048_576;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The policy file.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  String name() {
    return file.getFileName().toString();
  }

  Reading read(PolicyDesk desk) {
    return desk.reader().read(bytes(file));
  }

  byte[] bytes(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "the file `%s` cannot be read".formatted(path), e);
    }
  }

  /// The policy, whether or not its tests pass. Where there is none, every fault has been told.
  Optional<PolicyFile> policy(PolicyDesk desk) {
    return switch (read(desk)) {
      case Reading.Holds(PolicyFile policy) -> Optional.of(policy);
      case Reading.Missed(PolicyFile policy, var _) -> Optional.of(policy);
      case Reading.Faulty(List<Fault> faults) -> {
        tell(faults, desk);
        yield Optional.empty();
      }
    };
  }

  /// Says to whoever asks what a file would decide that its own tests fail.
  void warn(PolicyFile policy) {
    int failing = policy.misses().size();
    if (failing > 0 && !json) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "%s: %d of %d tests fail, so it would not be put in force; see `policy test`"
              .formatted(file, failing, policy.tests().size()));
      err.flush();
    }
  }

  void tell(List<Fault> faults, PolicyDesk desk) {
    if (json) {
      answer(desk, Map.of("holds", false, "faults", faults.stream().map(this::fields).toList()));
      return;
    }
    PrintWriter err = spec.commandLine().getErr();
    faults.forEach(fault ->
        err.println(
            "%s: %s; %s".formatted(PolicyFaults.place(fault, file), fault.what(), fault.remedy())));
    err.flush();
  }

  void answer(PolicyDesk desk, Map<String, Object> fields) {
    say(desk.json(fields));
  }

  void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private Map<String, Object> fields(Fault fault) {
    return Map.of(
        "line", fault.line(),
        "column", fault.column(),
        "what", fault.what(),
        "remedy", fault.remedy());
  }
}
