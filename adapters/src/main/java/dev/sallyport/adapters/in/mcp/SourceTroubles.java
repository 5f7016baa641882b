package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// How calls that are no tool's end badly: there a refusal is an error of the protocol, with the
/// same facts as a tool's.
@Singleton
final class SourceTroubles {
  private final StepUp stepUp;
  private final InstantSource clock;

  SourceTroubles(StepUp stepUp, InstantSource clock) {
    this.stepUp = stepUp;
    this.clock = clock;
  }

  Map<String, String> headers(Answer answer) {
    return LimitHeaders.of(answer.standings(), null);
  }

  void tell(Ask ask, Answer answer) {
    Refusal refusal = refusal(answer.outcome());
    Map<String, String> headers =
        LimitHeaders.of(answer.standings(), refusal.retryAfter().orElse(null));
    if (answer.outcome() instanceof Outcome.Refused refused
        && refused.wanted().isPresent()
        && stepUp.isDoneBy(ask)) {
      stepUp.send(ask, refused.wanted().get(), refusal, headers);
      return;
    }
    ask.trouble(
        new Trouble(
            200,
            answer.outcome() instanceof Outcome.InvalidArguments
                ? Trouble.INVALID_PARAMS
                : Trouble.REFUSED,
            refusal.message(),
            refusal.json()),
        headers);
  }

  private Refusal refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> Refusal.of(refused.rule(), refused.reason());
      case Outcome.ApprovalNeeded needed -> Refusal.of(needed.rule(), needed.reason());
      case Outcome.InvalidArguments invalid -> Refusal.of(invalid);
      case Outcome.Limited limited -> Refusal.of(limited);
      case Outcome.QuotaExhausted exhausted ->
          Refusal.of(exhausted, Duration.between(clock.instant(), exhausted.resetsAt()));
      case Outcome.Failed failed -> Refusal.of(failed);
      case Outcome.NotThere missing -> Refusal.of(missing);
      case Outcome.Withheld _ -> Refusal.withheld();
      case Outcome.Abandoned abandoned -> Refusal.of(abandoned);
      case Outcome.Answered _,
          Outcome.AnsweredBefore _,
          Outcome.InputNeeded _,
          Outcome.UnknownTool _,
          Outcome.KeyReused _,
          Outcome.InProgress _,
          Outcome.OutcomeUnknown _,
          Outcome.Unavailable _ ->
          throw new IllegalStateException("no read ends like this here");
    };
  }
}
