package dev.sallyport.adapters.testbed;

import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.out.Arguments;
import java.util.List;

/// Lets tools pass that say nothing of their members to models: those of tests that know no library
/// to say it with.
public record Undescribed(Arguments arguments) implements Arguments {
  @Override
  public <I, O> Form<I, O> form(Tool<I, O> tool) {
    return new Silent<>(arguments.form(tool));
  }

  private record Silent<I, O>(Form<I, O> form) implements Form<I, O> {
    @Override
    public Reading<I> read(String json) {
      return form.read(json);
    }

    @Override
    public String write(O output) {
      return form.write(output);
    }

    @Override
    public List<String> unfit(String answer) {
      return form.unfit(answer);
    }

    @Override
    public String inputSchema() {
      return form.inputSchema();
    }

    @Override
    public String outputSchema() {
      return form.outputSchema();
    }

    @Override
    public List<String> undescribed() {
      return List.of();
    }

    @Override
    public String version() {
      return form.version();
    }
  }
}
