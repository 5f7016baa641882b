package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.control.ControlServer.Commands;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Carries out in a running server what was typed beside it. What was typed is not logged: it can
/// name people.
final class ServedCommands implements Commands {
  private static final Logger LOG = LoggerFactory.getLogger(ServedCommands.class);
  private static final int WRONG_USAGE = 2;

  private final ApplicationContext context;

  ServedCommands(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public int run(List<String> words, PrintWriter out, PrintWriter err) {
    CommandLine line =
        Main.commandLine(Houses.running(context))
            .setOut(out)
            .setErr(err)
            .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
            .setExecutionStrategy(ServedCommands::executed);
    int code = line.execute(words.toArray(String[]::new));
    err.flush();
    return code;
  }

  private static int executed(ParseResult parsed) {
    CommandSpec last = ServerFirst.lastOf(parsed).commandSpec();
    if (!(last.userObject() instanceof Served)) {
      PrintWriter err = last.commandLine().getErr();
      err.println("`%s` is nothing that a server does.".formatted(last.qualifiedName()));
      err.flush();
      return WRONG_USAGE;
    }
    LOG.info("Carrying out `{}`", last.qualifiedName());
    return new CommandLine.RunLast().execute(parsed);
  }
}
