package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.SettingsReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description = "Lists every setting, or checks those that are given.")
final class SettingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GivenOptions given = new GivenOptions();

  @Option(
      names = "--check",
      description = "Check the file, the environment and the options as a start would.")
  private boolean check;

  @Option(names = "--markdown", description = "Write the list as a Markdown table.")
  private boolean markdown;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (check) {
      SettingsReader.read(given.with(Map.copyOf(System.getenv())))
          .policy()
          .ifPresent(SettingsCommand::checkPolicy);
      out.println("The settings hold.");
    } else if (markdown) {
      SettingsTable.markdown(out);
    } else {
      SettingsTable.text(out);
    }
    out.flush();
    return 0;
  }

  private static void checkPolicy(Path file) {
    try (PolicyDesk desk = PolicyDesk.open(file)) {
      PolicyFaults.refuse(desk.policies().faults(), file);
    }
  }
}
