package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.CallTool.Standing;
import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.Limiter.Admission.Admitted;
import dev.sallyport.application.port.out.Limiter.Admission.Limited;
import dev.sallyport.application.port.out.Limiter.Admission.TooHeavy;
import dev.sallyport.application.port.out.Limiter.Group;
import dev.sallyport.application.port.out.Limiter.Load;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Holds calls to how many may come, before anything that asks a backend.
final class Limits {
  private final Limiter limiter;

  Limits(Limiter limiter) {
    this.limiter = limiter;
  }

  Passing admit(Caller caller, Plan plan, Weight weight) {
    return switch (limiter.admit(load(caller, plan, weight))) {
      case Admitted admitted -> new Passed(admitted);
      case Limited(var standing, Duration retryAfter) ->
          new Refused(new Outcome.Limited(told(standing), Optional.of(retryAfter)));
      case TooHeavy(var level, var kind, long limit) ->
          new Refused(
              new Outcome.Limited(
                  new Standing(word(kind), level, limit, limit, Duration.ZERO), Optional.empty()));
    };
  }

  /// How they stand for a plain call, which is not made.
  List<Standing> standings(Caller caller, Plan plan) {
    return limiter.standings(load(caller, plan, Weight.CORE)).stream().map(Limits::told).toList();
  }

  private static Load load(Caller caller, Plan plan, Weight weight) {
    return new Load(
        caller.grant().value(),
        caller.person(),
        caller.scope().organization(),
        plan,
        plan.units(weight, 1),
        weight == Weight.EXPENSIVE ? Group.EXPENSIVE : Group.CORE);
  }

  void release(Admitted admitted) {
    limiter.release(admitted.lease());
  }

  static List<Standing> standings(Admitted admitted) {
    return admitted.standings().stream().map(Limits::told).toList();
  }

  private static Standing told(Limiter.Standing standing) {
    return new Standing(
        word(standing.kind()),
        standing.level(),
        standing.limit(),
        standing.remaining(),
        standing.fullIn());
  }

  private static String word(Limiter.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// Whether a call may come in.
  sealed interface Passing {}

  record Passed(Admitted admitted) implements Passing {}

  record Refused(Outcome limited) implements Passing {}
}
