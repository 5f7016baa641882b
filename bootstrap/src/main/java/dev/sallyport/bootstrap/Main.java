package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.BadSettings;
import java.io.PrintWriter;
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
    subcommands = {ServeCommand.class, SettingsCommand.class, TrainCommand.class})
public final class Main {
  private static final int FAILED = 1;
  private static final int BAD_SETTINGS = 78;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(new Troubles());
  }

  /// Says what stopped a command in words for whoever typed it; a stack trace only for our own
  /// bugs.
  private static final class Troubles implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception thrown, CommandLine commandLine, ParseResult parsed) throws Exception {
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
        default -> throw thrown;
      };
    }
  }
}
