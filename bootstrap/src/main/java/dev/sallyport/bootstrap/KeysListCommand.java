package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ListKeys;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists all API keys, also those that are over.",
      "Of a key it shows the last characters, and of an address as much as tells people apart."
    })
final class KeysListCommand implements Callable<Integer>, Served {
  @Spec private CommandSpec spec;
  @Mixin private HouseArgument house = new HouseArgument();

  @Option(names = "--json", description = "Write JSON, one key a line.")
  private boolean json;

  @Override
  public HouseArgument house() {
    return house;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenHouse open = house.open()) {
      open.get(ListKeys.class)
          .list(listed -> out.println(json ? ApiKeyLines.json(listed) : ApiKeyLines.text(listed)));
    }
    out.flush();
    return 0;
  }
}
