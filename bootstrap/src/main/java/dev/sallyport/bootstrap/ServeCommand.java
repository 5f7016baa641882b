package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs Sallyport until it is told to stop.",
    footer = {
      "",
      "Without any setting it listens on http://localhost:8080 and keeps its data in ./data.",
      "Stops on Ctrl-C or SIGTERM, after what runs has been answered."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin private GivenOptions given = new GivenOptions();

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = SettingsReader.read(given.with(System.getenv()));
    Server server = Server.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    LOG.info("Sallyport {} is open at {}", Version.current(), address(settings, server));
    // the hook ends the process; this thread only keeps it alive
    new CountDownLatch(1).await();
    return 0;
  }

  private static void stop(Server server) {
    LOG.info("Stopping: what runs is answered first");
    server.close();
    LOG.info("Stopped");
    // a stop that was asked for and went well is a success, whatever signal asked
    Runtime.getRuntime().halt(0);
  }

  /// A free port that was taken is not in the settings.
  private static URI address(Settings settings, Server server) {
    return settings.listen().port() == 0
        ? URI.create("http://localhost:" + server.port())
        : settings.publicUrl();
  }
}
