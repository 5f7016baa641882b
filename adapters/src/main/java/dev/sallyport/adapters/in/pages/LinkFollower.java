package dev.sallyport.adapters.in.pages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.UseSource;
import dev.sallyport.application.port.in.UseSource.Wanted;
import dev.sallyport.domain.id.ToolName;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens a thing through the gate, and sends whoever wanted it to the backend's own page of it.
@Singleton
final class LinkFollower {
  private static final Logger LOG = LoggerFactory.getLogger(LinkFollower.class);

  private static final ToolName NAME = new ToolName("links");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SEE_OTHER = 303;

  private final UseSource sources;
  private final Signs signs;
  private final InstantSource clock;

  LinkFollower(UseSource sources, Signs signs, InstantSource clock) {
    this.sources = sources;
    this.signs = signs;
    this.clock = clock;
  }

  /// Answers, now or later.
  void follow(Caller caller, Direct direct) {
    Optional<LinkPath> path = LinkPath.read(direct.path());
    if (path.isEmpty()) {
      direct.answer(signs.of(Sign.NOT_THERE));
    } else {
      sources.start(
          new Wanted.Link(),
          command(caller, path.get(), direct),
          answer -> direct.answer(guarded(answer.outcome())));
    }
  }

  private Command command(Caller caller, LinkPath path, Direct direct) {
    return new Command(
        caller,
        NAME,
        JsonNodeFactory.instance
            .objectNode()
            .put("backend", path.backend())
            .put("kind", path.kind())
            .put("id", path.id())
            .toString(),
        clock.instant().plus(PATIENCE),
        false,
        Locale.ENGLISH,
        ZoneOffset.UTC,
        Optional.empty(),
        new Reader(direct));
  }

  private Answer guarded(Outcome outcome) {
    try {
      return answer(outcome);
    } catch (RuntimeException e) {
      LOG.error("The end of a link could not be told", e);
      return signs.of(Sign.FAULT);
    }
  }

  /// What there is not, what lies out of reach and what is hidden get the same page, to the byte.
  private Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> onwards(answered.json());
      case Outcome.Failed(String reason, boolean safeToRetry) ->
          safeToRetry ? signs.notNow(reason) : signs.of(Sign.NOT_THERE);
      case Outcome.NotThere _,
          Outcome.UnknownTool _,
          Outcome.InvalidArguments _,
          Outcome.Withheld _,
          Outcome.AnsweredBefore _,
          Outcome.InputNeeded _,
          Outcome.KeyReused _,
          Outcome.InProgress _,
          Outcome.OutcomeUnknown _ ->
          signs.of(Sign.NOT_THERE);
      // these were decided before anybody looked at the thing
      case Outcome.Refused refused -> signs.refused(refused.reason().sentence());
      case Outcome.ApprovalNeeded needed -> signs.refused(needed.reason().sentence());
      case Outcome.Limited limited -> signs.tooMany(limited.retryAfter().orElse(PATIENCE));
      case Outcome.QuotaExhausted exhausted ->
          signs.tooMany(Duration.between(clock.instant(), exhausted.resetsAt()));
      case Outcome.Abandoned _, Outcome.Unavailable _ -> signs.away();
    };
  }

  private Answer onwards(String json) {
    Optional<String> destination =
        StrictJson.read(json) instanceof Decoded.Value(var target)
            ? Optional.ofNullable(target.path("page").textValue()).flatMap(Destination::of)
            : Optional.empty();
    return destination
        .map(it -> new Answer(SEE_OTHER, List.of("Location", it), List.of()))
        .orElseGet(() -> signs.of(Sign.NO_PAGE));
  }

  /// Somebody in front of a browser.
  private record Reader(Direct direct) implements Listener {
    @Override
    public boolean gone() {
      return direct.gone();
    }

    @Override
    public void progress(double done, double of) {}
  }
}
