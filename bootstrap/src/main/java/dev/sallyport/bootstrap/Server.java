package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.http.Drain;
import dev.sallyport.adapters.kit.log.LogFormat;
import dev.sallyport.adapters.kit.log.LogLines;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.gate.GateHouse;
import dev.sallyport.application.port.in.CheckKeys;
import dev.sallyport.application.port.in.CheckReadiness;
import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.in.FollowCatalogue;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.post.PostOffice;
import dev.sallyport.bootstrap.control.ControlPath;
import dev.sallyport.bootstrap.control.ControlServer;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.domain.health.Checkup;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.id.ToolName;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running house, from the first bean to the last answer.
final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private final Settings settings;
  private final ApplicationContext context;
  private final EmbeddedServer http;
  private final Sealing sealing;
  private final Upkeep upkeep;
  private @Nullable ControlServer control;

  private Server(Settings settings, ApplicationContext context) {
    this.settings = settings;
    this.context = context;
    this.http = context.getBean(EmbeddedServer.class);
    this.sealing = new Sealing(context.getBean(SealLedger.class));
    this.upkeep = context.getBean(Upkeep.class);
  }

  /// Starts it, or throws [StartFailure] or [dev.sallyport.bootstrap.settings.BadSettings] and
  /// leaves nothing running.
  static Server start(Settings settings) {
    LogLines.install(format(settings));
    new DataFolder(settings).prepare();
    ApplicationContext context = Framework.start(settings);
    try {
      var server = new Server(settings, context);
      server.open();
      return server;
    } catch (RuntimeException e) {
      Framework.close(context);
      throw e;
    }
  }

  int port() {
    return http.getPort();
  }

  /// One of its beans, for whoever runs in the same process.
  <B> B bean(Class<B> type) {
    return context.getBean(type);
  }

  /// Lets what runs finish, then ends everything.
  @Override
  public void close() {
    if (control != null) {
      control.close();
    }
    // who listens, or waits for a person, would be waited for until the patience ends
    context.getBean(FollowCatalogue.class).close();
    context.getBean(PostOffice.class).close();
    int cut = context.getBean(Drain.class).run(settings.limits().drain());
    if (cut > 0) {
      LOG.warn(
          "{} connections were still busy after {} and were cut", cut, settings.limits().drain());
    }
    // what is being sent is finished first, and only then does this instance take its leave
    context.getBean(GateHouse.class).close();
    context.getBean(ReadEntries.class).flush();
    upkeep.close();
    sealing.close();
    Framework.close(context);
  }

  private void open() {
    settings
        .policy()
        .ifPresent(file -> PolicyFaults.refuse(context.getBean(Policies.class).faults(), file));
    checkKeys();
    Readiness readiness = context.getBean(CheckReadiness.class).check();
    if (readiness.state() == Readiness.State.DOWN) {
      if (settings.database().embedded()) {
        throw new StartFailure(
            "the database in `%s` cannot be opened: %s"
                .formatted(settings.data(), away(readiness)));
      }
      LOG.warn("Starting although not ready: {}", away(readiness));
    }
    settleInstallation();
    ToolSetNotes.of(settings.toolSets(), toolNames()).forEach(LOG::warn);
    try {
      upkeep.start();
      sealing.start();
      http.start();
      control = listen().orElse(null);
    } catch (RuntimeException e) {
      upkeep.close();
      sealing.close();
      throw bindFailure(e);
    }
  }

  /// Without it commands have to wait for the stop, which is no reason not to start.
  private Optional<ControlServer> listen() {
    ControlPath path = ControlPath.in(settings.data());
    if (!new DataFolder(settings).isNeeded()) {
      return Optional.empty();
    }
    if (path.isTooLong()) {
      LOG.warn("No command is heard while this server runs: `{}` is too long a path", path.file());
      return Optional.empty();
    }
    try {
      Optional<ControlServer> listening = ControlServer.listen(path, new ServedCommands(context));
      if (listening.isEmpty()) {
        LOG.info("Another server of this data folder hears commands");
      }
      return listening;
    } catch (IOException e) {
      LOG.warn("No command is heard while this server runs: {}", e.toString());
      return Optional.empty();
    }
  }

  private List<ToolName> toolNames() {
    return context.getBean(ListTools.class).all().stream().map(it -> it.spec().name()).toList();
  }

  /// Now, so that a key that is missing stops the start and not the first sign-in.
  private void checkKeys() {
    try {
      RingFaults.refuse(context.getBean(CheckKeys.class).check(), settings);
    } catch (Unavailable _) {
      // readiness says so next, and stays down until the keys could be checked
    }
  }

  private void settleInstallation() {
    try {
      context.getBean(DescribeInstance.class).describe();
    } catch (Unavailable e) {
      LOG.warn("Starting although away: {}", e.getMessage());
    }
  }

  private RuntimeException bindFailure(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new StartFailure(
            ("port %d of %s cannot be had: end what listens there, choose another with `--port`,"
                    + " or check that the address is this machine's")
                .formatted(settings.listen().port(), settings.listen().address()));
      }
    }
    return e;
  }

  private static String away(Readiness readiness) {
    return readiness.checkups().stream()
        .filter(checkup -> checkup.health() instanceof Health.Down)
        .map(Server::reason)
        .collect(Collectors.joining("; "));
  }

  private static String reason(Checkup checkup) {
    return switch (checkup.health()) {
      case Health.Up() -> checkup.name() + " answers";
      case Health.Down(String reason) -> checkup.name() + ": " + reason;
    };
  }

  private static LogFormat format(Settings settings) {
    return switch (settings.logFormat()) {
      case AUTO -> settings.production() ? LogFormat.JSON : LogFormat.TEXT;
      case TEXT -> LogFormat.TEXT;
      case JSON -> LogFormat.JSON;
    };
  }
}
