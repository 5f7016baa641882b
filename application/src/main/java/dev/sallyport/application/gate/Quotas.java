package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.Meter.Promise;
import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.tool.Footprint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes what calls cost from the quotas of a plan.
final class Quotas {
  // longer than any call may last
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private final Meter meter;

  Quotas(Meter meter) {
    this.meter = meter;
  }

  /// Empty if there was enough; else how the call ends.
  Optional<Outcome> reserve(Call<?, ?> call, Footprint footprint) {
    return reserved(call, footprint, Optional.empty());
  }

  /// The same for a write: nobody frees the units but by ending its claim.
  Optional<Outcome> reserve(Call<?, ?> call, Footprint footprint, ClaimId heldBy) {
    return reserved(call, footprint, Optional.of(heldBy));
  }

  private Optional<Outcome> reserved(
      Call<?, ?> call, Footprint footprint, Optional<ClaimId> heldBy) {
    return switch (meter.reserve(call.scope(), reservation(call, footprint, heldBy))) {
      case Promise.Reserved(List<Meter.Notice> notices) -> {
        call.warnings().replaceAll(notices);
        yield Optional.empty();
      }
      case Promise.Exhausted(Charge charge) ->
          Optional.of(
              new Outcome.QuotaExhausted(
                  charge.level(), charge.ceiling().most(), charge.window().resetsAt()));
    };
  }

  void used(Call<?, ?> call) {
    meter.commit(call.scope(), call.id());
  }

  void unused(Call<?, ?> call) {
    meter.release(call.scope(), call.id());
  }

  private static Reservation reservation(
      Call<?, ?> call, Footprint footprint, Optional<ClaimId> heldBy) {
    return new Reservation(
        call.id(),
        call.caller().person(),
        call.entitled().allowance(),
        call.offer().backend().id(),
        call.offer().name(),
        call.entitled().plan().units(call.offer().spec().weight(), footprint.units()),
        call.at(),
        call.at().plus(ABANDONED),
        heldBy);
  }
}
