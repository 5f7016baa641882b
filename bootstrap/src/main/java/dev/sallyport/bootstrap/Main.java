package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.log.LogFormat;
import dev.sallyport.adapters.kit.log.LogLines;
import dev.sallyport.application.Damaged;
import dev.sallyport.application.Rejected;
import dev.sallyport.application.Unavailable;
import dev.sallyport.bootstrap.settings.BadSettings;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// The jar's command line.
@Command(
    name = "sallyport",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "One secure door between AI assistants and a team's own systems.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it went well",
      "1:it failed, and said why",
      "2:the command line was wrong",
      "69:the database, which it needs, is away",
      "70:it failed over a fault of its own; the log says which",
      "78:a setting is missing, unknown, wrong or unsafe, or names no database to work on"
    },
    subcommands = {
      ServeCommand.class,
      AuditCommand.class,
      KeysCommand.class,
      PeopleCommand.class,
      PolicyCommand.class,
      RingCommand.class,
      SettingsCommand.class,
      ToolsCommand.class,
      TrainCommand.class
    })
public final class Main {
  private static final int FAILED = 1;
  private static final int AWAY = 69;
  private static final int OWN_FAULT = 70;
  private static final int BAD_SETTINGS = 78;

  private final Houses houses;

  private Main(Houses houses) {
    this.houses = houses;
  }

  public static void main(String[] arguments) {
    // so that nothing is logged past the redactor before a start sets the format that was chosen
    LogLines.install(LogFormat.TEXT);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return commandLine(Houses.CLOSED).setExecutionStrategy(new ServerFirst());
  }

  /// One whose commands work on these houses.
  static CommandLine commandLine(Houses houses) {
    return new CommandLine(new Main(houses))
        // what is typed means the same here and in a server, which must not read files for it
        .setExpandAtFiles(false)
        .setExecutionExceptionHandler(new Troubles());
  }

  Houses houses() {
    return houses;
  }

  /// Says what stopped a command in words for whoever typed it. Our own bugs go to the log, whose
  /// redactor takes secrets out of what they say.
  private static final class Troubles implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Override
    public int handleExecutionException(
        Exception thrown, CommandLine commandLine, ParseResult parsed) {
      return switch (thrown) {
        case BadSettings bad -> badSettings(commandLine, bad);
        case StartFailure failure ->
            told(commandLine, FAILED, "Sallyport does not start: " + failure.getMessage() + ".");
        case Away away -> stopped(commandLine, AWAY, away.getMessage());
        case Unavailable away -> stopped(commandLine, AWAY, away.getMessage() + " does not answer");
        case Rejected rejected -> rejected(commandLine, rejected);
        case Damaged damaged ->
            stopped(
                commandLine,
                FAILED,
                damaged.getMessage()
                    + " cannot be read: restore it from a backup (`sallyport audit verify` checks"
                    + " the ledger)");
        default -> {
          LOG.error("Stopped over a fault of our own", thrown);
          yield told(
              commandLine,
              OWN_FAULT,
              "Sallyport stopped over a fault of its own, not of yours; the log says which.");
        }
      };
    }

    // a bug, or other hands changed the tables or rights: whoever looks after them must know both
    private static int rejected(CommandLine commandLine, Rejected rejected) {
      LOG.error("Stopped over something that was rejected", rejected);
      return stopped(
          commandLine,
          OWN_FAULT,
          rejected.getMessage()
              + "; unless its tables or rights were changed by hand, that is a fault of Sallyport's"
              + " own, and the log says which");
    }

    private static int badSettings(CommandLine commandLine, BadSettings bad) {
      String faults =
          bad.faults().stream()
              .map(fault -> "%n  %s".formatted(fault))
              .collect(Collectors.joining());
      String begin = starts(commandLine) ? "Sallyport does not start: the" : "The";
      return told(commandLine, BAD_SETTINGS, begin + " settings do not hold." + faults);
    }

    /// Those that work on what a house keeps start none.
    private static boolean starts(CommandLine commandLine) {
      return commandLine.getCommand() instanceof ServeCommand
          || commandLine.getCommand() instanceof SettingsCommand
          || commandLine.getCommand() instanceof TrainCommand;
    }

    private static int stopped(CommandLine commandLine, int code, @Nullable String why) {
      String name = commandLine.getCommandSpec().qualifiedName();
      return told(commandLine, code, "`%s` stopped: %s.".formatted(name, why));
    }

    private static int told(CommandLine commandLine, int code, String text) {
      PrintWriter err = commandLine.getErr();
      err.println(text);
      err.flush();
      return code;
    }
  }
}
