package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.CheckKeys;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
import dev.sallyport.domain.vault.KeyStanding;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the keys by their ids, and checks them against the database.")
final class RingListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GivenOptions given = new GivenOptions();

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = SettingsReader.read(given.with(Map.copyOf(System.getenv())));
    try (ClosedHouse house = ClosedHouse.open(settings)) {
      KeyStanding standing = house.get(CheckKeys.class).check();
      RingFaults.refuse(standing, settings);
      if (standing instanceof KeyStanding.Sound(var keys)) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? "{\"keys\":" + RingLines.json(keys) + "}" : RingLines.text(keys));
        out.flush();
      }
      return 0;
    }
  }
}
