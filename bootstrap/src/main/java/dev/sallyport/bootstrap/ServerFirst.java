package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.control.ControlClient;
import dev.sallyport.bootstrap.control.ControlClient.Answer;
import dev.sallyport.bootstrap.control.ControlPath;
import dev.sallyport.bootstrap.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/// Has a command carried out by the server that runs on the same data, or else carries it out here.
final class ServerFirst implements IExecutionStrategy {
  private final IExecutionStrategy here = new CommandLine.RunLast();

  @Override
  public int execute(ParseResult parsed) {
    ParseResult last = lastOf(parsed);
    CommandLine command = last.commandSpec().commandLine();
    return last.commandSpec().userObject() instanceof Served served && !asksForHelp(parsed)
        ? executed(served, parsed, command)
        : here.execute(parsed);
  }

  private int executed(Served served, ParseResult parsed, CommandLine command) {
    try {
      ControlPath path = pathOf(served);
      return switch (new ControlClient(path)
          .ask(words(parsed), command.getOut(), command.getErr())) {
        case Answer.Done(int code) -> code;
        case Answer.Nobody() -> executedHere(parsed, path);
        case Answer.Broken(String why) ->
            throw new Away(
                "the server that runs was asked, and %s; whether it was done, `%s` shows"
                    .formatted(why, listing(command)));
      };
    } catch (ExecutionException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new ExecutionException(command, "it could not be carried out", e);
    }
  }

  private int executedHere(ParseResult parsed, ControlPath path) {
    try {
      return here.execute(parsed);
    } catch (ExecutionException e) {
      if (path.isTooLong() && e.getCause() instanceof Away away) {
        throw new ExecutionException(
            e.getCommandLine(),
            "it could not be carried out",
            new Away(
                "%s; it cannot be asked, since `%s` is too long a path for a socket"
                    .formatted(away.getMessage(), path.file())));
      }
      throw e;
    }
  }

  private static ControlPath pathOf(Served served) {
    return ControlPath.in(
        SettingsReader.read(served.house().given().with(Map.copyOf(System.getenv()))).data());
  }

  private static List<String> words(ParseResult parsed) {
    return parsed.originalArgs();
  }

  private static String listing(CommandLine command) {
    return command.getParent().getCommandSpec().qualifiedName() + " list";
  }

  static ParseResult lastOf(ParseResult parsed) {
    return parsed.hasSubcommand() ? lastOf(parsed.subcommand()) : parsed;
  }

  private static boolean asksForHelp(ParseResult parsed) {
    return parsed.isUsageHelpRequested()
        || parsed.isVersionHelpRequested()
        || (parsed.hasSubcommand() && asksForHelp(parsed.subcommand()));
  }
}
