package dev.sallyport.bootstrap;

import dev.sallyport.application.port.out.PolicyReader.CallReading;
import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.domain.policy.StatedFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// A call as a command line describes it. One reader judges it, whether options or a file say it.
final class PolicyCall {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--call", paramLabel = "FILE", description = "A YAML file that describes a call.")
  private @Nullable Path file;

  @Option(names = "--tool", description = "The tool that is called.")
  private @Nullable String tool;

  @Option(names = "--backend", description = "The backend it belongs to.")
  private @Nullable String backend;

  @Option(names = "--effect", description = "read, write, send or destroy.")
  private @Nullable String effect;

  @Option(names = "--client", description = "Who calls; default: some-client.")
  private @Nullable String client;

  @Option(names = "--role", description = "owner, admin, member or auditor; default: member.")
  private @Nullable String role;

  @Option(names = "--plan", description = "The organization's plan; default: free.")
  private @Nullable String plan;

  @Option(names = "--space", description = "A space it touches; may be given again.")
  private List<String> spaces = List.of();

  @Option(names = "--at", description = "When, as 2026-01-05T22:30:00+01:00; default: now.")
  private @Nullable String at;

  @Option(
      names = "--amount",
      paramLabel = "NAME=N",
      description = "A figure of the call, as recipients=12; may be given again.")
  private Map<String, String> amounts = Map.of();

  boolean inFile() {
    return file != null;
  }

  boolean inOptions() {
    return !options().isEmpty();
  }

  StatedFacts read(PolicyDesk desk, PolicyArgument argument) {
    Path described = file;
    byte[] text =
        described == null
            ? desk.json(options()).getBytes(StandardCharsets.UTF_8)
            : argument.bytes(described);
    return switch (desk.reader().readCall(text, desk.clock().instant())) {
      case CallReading.Described(StatedFacts facts) -> facts;
      case CallReading.Faulty(List<Fault> faults) ->
          throw new ParameterException(spec.commandLine(), told(faults));
    };
  }

  private String told(List<Fault> faults) {
    return faults.stream()
        .map(fault ->
            Optional.ofNullable(file).map(it -> PolicyFaults.place(fault, it) + ": ").orElse("")
                + fault.what()
                + "; "
                + fault.remedy())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private Map<String, Object> options() {
    var options = new LinkedHashMap<String, Object>();
    put(options, "tool", tool);
    put(options, "backend", backend);
    put(options, "effect", effect);
    put(options, "client", client);
    put(options, "role", role);
    put(options, "plan", plan);
    put(options, "at", at);
    if (!spaces.isEmpty()) {
      options.put("spaces", spaces);
    }
    if (!amounts.isEmpty()) {
      options.put("amounts", amounts);
    }
    return options;
  }

  private static void put(Map<String, Object> options, String key, @Nullable String value) {
    if (value != null) {
      options.put(key, value);
    }
  }
}
