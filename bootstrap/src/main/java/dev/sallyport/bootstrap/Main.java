package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.log.LogFormat;
import dev.sallyport.adapters.kit.log.LogLines;
import dev.sallyport.bootstrap.settings.BadSettings;
import java.io.PrintWriter;
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
      "78:a setting is missing, unknown, wrong or unsafe"
    },
    subcommands = {
      ServeCommand.class,
      AuditCommand.class,
      KeysCommand.class,
      PeopleCommand.class,
      PolicyCommand.class,
      SettingsCommand.class,
      TrainCommand.class
    })
public final class Main {
  private static final int FAILED = 1;
  private static final int BAD_SETTINGS = 78;

  private Main() {}

  public static void main(String[] arguments) {
    // so that nothing is logged past the redactor before a start sets the format that was chosen
    LogLines.install(LogFormat.TEXT);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(new Troubles());
  }

  /// Says what stopped a command in words for whoever typed it. Our own bugs go to the log, whose
  /// redactor takes secrets out of what they say.
  private static final class Troubles implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Override
    public int handleExecutionException(
        Exception thrown, CommandLine commandLine, ParseResult parsed) {
      PrintWriter err = commandLine.getErr();
      return switch (thrown) {
        case BadSettings bad -> {
          err.println("Sallyport does not start: the settings do not hold.");
          bad.faults().forEach(fault -> err.println("  " + fault));
          err.flush();
          yield BAD_SETTINGS;
        }
        case StartFailure failure -> {
          err.println("Sallyport does not start: " + failure.getMessage() + ".");
          err.flush();
          yield FAILED;
        }
        default -> {
          LOG.error("Stopped over a fault of our own", thrown);
          err.println(
              "Sallyport stopped over a fault of its own, not of yours; the log says which.");
          err.flush();
          yield FAILED;
        }
      };
    }
  }
}
