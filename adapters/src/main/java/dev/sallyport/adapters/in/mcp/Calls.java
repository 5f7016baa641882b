package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sallyport.adapters.in.mcp.Asking.Brought;
import dev.sallyport.adapters.kit.json.ReadObject;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.KeepPace;
import dev.sallyport.application.port.in.UseSource;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.id.ToolName;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Takes requests to the gate and back, with all the questions that a tool may have in between.
@Singleton
final class Calls {
  /// Hosts give up after a minute.
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final int MOST_ROUNDS = 8;
  private static final String LOCALE = "openai/locale";

  private final CallTool tools;
  private final UseSource sources;
  private final KeepPace pace;
  private final InstantSource clock;

  Calls(CallTool tools, UseSource sources, KeepPace pace, InstantSource clock) {
    this.pace = pace;
    this.tools = tools;
    this.sources = sources;
    this.clock = clock;
  }

  /// @param told how it ended, by anything but a question
  void start(Ask ask, Wish wish, BiConsumer<Answer, Ask> told) {
    switch (ask.asking().broughtBy(ask, wish::binding)) {
      case Brought.Nothing() -> start(ask, wish, Optional.empty(), 0, told);
      case Brought.Given(Replies replies) -> start(ask, wish, Optional.of(replies), 0, told);
      case Brought.Refused(Trouble trouble, var headers) -> refuse(ask, trouble, headers);
    }
  }

  private void start(
      Ask ask, Wish wish, Optional<Replies> replies, int round, BiConsumer<Answer, Ask> told) {
    var command =
        new Command(
            ask.caller(),
            wish.name(),
            new ReadObject(wish.arguments()),
            clock.instant().plus(PATIENCE),
            false,
            locale(ask.meta()),
            ZoneOffset.UTC,
            replies,
            new Ears(ask));
    if (wish.source().isPresent()) {
      sources.start(
          wish.source().get(),
          command,
          answer -> Door.guarded(ask, () -> end(ask, wish, round, answer, told)));
    } else {
      tools.start(command, answer -> Door.guarded(ask, () -> end(ask, wish, round, answer, told)));
    }
  }

  private void end(Ask ask, Wish wish, int round, Answer answer, BiConsumer<Answer, Ask> told) {
    switch (answer.outcome()) {
      case Outcome.InputNeeded _ when round == MOST_ROUNDS -> ask.trouble(Trouble.internal());
      case Outcome.InputNeeded needed ->
          ask.asking()
              .ask(
                  ask,
                  wish.binding(),
                  needed,
                  replies ->
                      Door.guarded(
                          ask, () -> start(ask, wish, Optional.of(replies), round + 1, told)));
      case Outcome.Unavailable() -> ask.trouble(Trouble.away());
      case Outcome.Limited limited when limited.retryAfter().isPresent() -> {
        pace.toldToWait(ask.caller());
        told.accept(answer, ask);
      }
      default -> told.accept(answer, ask);
    }
  }

  /// Refuses what the gate was not asked for, or knows nothing of: no limit of a plan counts that.
  void refuse(Ask ask, Trouble trouble, Map<String, String> headers) {
    pace.count(ask.caller()).ifPresentOrElse(ask::tooFast, () -> ask.trouble(trouble, headers));
  }

  void refuse(Ask ask, Trouble trouble) {
    refuse(ask, trouble, Map.of());
  }

  private static Locale locale(Meta meta) {
    JsonNode hint = meta.fields().path(LOCALE);
    try {
      return hint.isTextual()
          ? new Locale.Builder().setLanguageTag(hint.textValue()).build()
          : Locale.ENGLISH;
    } catch (IllformedLocaleException _) {
      return Locale.ENGLISH;
    }
  }

  /// What a request wants of the gate.
  ///
  /// @param source where it is no tool that is wanted
  record Wish(ToolName name, Optional<UseSource.Wanted> source, ObjectNode arguments) {
    Wish {
      Objects.requireNonNull(name);
      Objects.requireNonNull(source);
      Objects.requireNonNull(arguments);
    }

    static Wish ofTool(ToolName name, ObjectNode arguments) {
      return new Wish(name, Optional.empty(), arguments);
    }

    /// @param method the protocol's, which is also its name until there is such a thing
    static Wish ofSource(String method, UseSource.Wanted wanted, ObjectNode arguments) {
      return new Wish(new ToolName(method.replace('/', '.')), Optional.of(wanted), arguments);
    }

    /// What replies to its questions belong to.
    String binding() {
      return source.isPresent()
          ? Binding.of(name.value(), arguments)
          : Binding.of("tools/call", TextNode.valueOf(name.value()), arguments);
    }
  }
}
