package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.log.LogFormat;
import dev.sallyport.adapters.kit.log.LogLines;
import dev.sallyport.application.gate.GateHouse;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.bootstrap.settings.Settings;
import dev.sallyport.bootstrap.settings.SettingsReader;
import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "tools",
    mixinStandardHelpOptions = true,
    description = {
      "Lists every tool that an assistant could be offered here, and what each takes and answers.",
      "Which of them one is offered depends on its connection, the plan and the tool sets; what the"
          + " policy forbids is offered, and refused when called."
    })
final class ToolsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GivenOptions given = new GivenOptions();

  @ArgGroup private @Nullable Form form;

  @Override
  public Integer call() {
    List<Listed> tools = tools(SettingsReader.read(given.with(Map.copyOf(System.getenv()))));
    PrintWriter out = spec.commandLine().getOut();
    if (form != null && form.json) {
      ToolsJson.write(tools, out);
    } else if (form != null && form.markdown) {
      ToolsPage.write(tools, out);
    } else {
      ToolsText.write(tools, out);
    }
    out.flush();
    return 0;
  }

  /// Asks the backends themselves: no gate is needed for that, so nothing of the house's data is.
  static List<Listed> tools(Settings settings) {
    LogLines.installBesideAnAnswer(LogFormat.TEXT);
    ApplicationContext context = Framework.aside(settings);
    try {
      return GateHouse.tools(
          GateWiring.inOrder(List.copyOf(context.getBeansOfType(Backend.class))),
          context.getBean(Arguments.class));
    } finally {
      Framework.close(context);
    }
  }

  /// For whom they are listed.
  static final class Form {
    @Option(names = "--json", description = "Write JSON, one tool a line.")
    private boolean json;

    @Option(names = "--markdown", description = "Write the list as Markdown.")
    private boolean markdown;
  }
}
