package dev.sallyport.adapters.out.json;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.out.Arguments.Form;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Duration;

/// Tools that take and answer any record, and are never run.
final class Tools {
  private static final ToolSpec LOOK =
      ToolSpec.named("look", "Look", new Scope("notes:read")).effect(Effect.READ);

  private Tools() {}

  static <I> Form<I, Answer> reading(Class<I> input) {
    return new JsonArguments().form(new Look<>(input, Answer.class));
  }

  static <I, O> Form<I, O> reading(Class<I> input, Class<O> output) {
    return new JsonArguments().form(new Look<>(input, output));
  }

  static <I, O> Form<I, O> profiling(Class<I> input, Class<O> output) {
    return new JsonArguments().form(new Look<>(input, output, LOOK.profiling()));
  }

  static <I, O> Form<I, O> changing(Class<I> input, Class<O> output) {
    return new JsonArguments().form(new Change<>(input, output));
  }

  record Answer(String id) {}

  private record Look<I, O>(Class<I> input, Class<O> output, ToolSpec spec)
      implements ReadTool<I, O> {
    Look(Class<I> input, Class<O> output) {
      this(input, output, LOOK);
    }

    @Override
    public Footprint footprint(I input, Access access) {
      return Footprint.readingNowhere();
    }

    @Override
    public Outcome<O> act(I input, Access access) {
      return new Outcome.Unknown<>("it is never run");
    }
  }

  private record Change<I, O>(Class<I> input, Class<O> output) implements WriteTool<I, O> {
    @Override
    public ToolSpec spec() {
      return ToolSpec.named("change", "Change", new Scope("notes:write")).effect(Effect.WRITE);
    }

    @Override
    public Footprint footprint(I input, Access access) {
      return Footprint.writing();
    }

    @Override
    public Outcome<O> act(I input, Access access, Sending sending) {
      return new Outcome.Unknown<>("it is never run");
    }

    @Override
    public Settlement<O> findSent(I input, Access access, Sending sending) {
      return new Settlement.CannotTell<>();
    }

    @Override
    public Duration quietPeriod() {
      return Duration.ZERO;
    }
  }
}
