package dev.sallyport.application.sample;

import dev.sallyport.application.port.out.Arguments.Form;
import dev.sallyport.application.port.out.Arguments.Reading;
import java.util.List;

/// A form that says something else of what it leaves undescribed.
///
/// @param <I> what it takes
/// @param <O> what it answers
public record FormLacking<I, O>(Form<I, O> form, List<String> undescribed) implements Form<I, O> {
  public FormLacking {
    undescribed = List.copyOf(undescribed);
  }

  @Override
  public Reading<I> read(CharSequence json) {
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
  public String version() {
    return form.version();
  }
}
