package dev.sallyport.adapters.testbed;

import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.sample.FormLacking;
import java.util.List;

/// Lets tools pass that say nothing of their members to models: those of tests that know no library
/// to say it with.
public record Undescribed(Arguments arguments) implements Arguments {
  @Override
  public <I, O> Form<I, O> form(Tool<I, O> tool) {
    return new FormLacking<>(arguments.form(tool), List.of());
  }
}
