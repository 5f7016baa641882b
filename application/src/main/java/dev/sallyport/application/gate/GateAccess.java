package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Gateway;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.content.Severity;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tool.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a tool gets to see of a call.
///
/// @param until when nobody waits any more, which may become later
/// @param desk where tools of the gateway itself ask others, once their call was decided
record GateAccess(
    Call<?, ?> call,
    Supplier<Instant> until,
    BooleanSupplier gone,
    InstantSource clock,
    Function<GateAccess, Gateway> desk)
    implements Access {
  /// An access that leads to no other backend.
  GateAccess(Call<?, ?> call, Supplier<Instant> until, BooleanSupplier gone, InstantSource clock) {
    this(
        call,
        until,
        gone,
        clock,
        _ -> {
          throw new IllegalStateException("others are asked by what acts, and by nothing else");
        });
  }

  @Override
  public Optional<Secret> credential() {
    return call.credential();
  }

  @Override
  public boolean reaches(Place place) {
    return call.entitled().grant().reaches(place);
  }

  @Override
  public Locale locale() {
    return call.command().locale();
  }

  @Override
  public ZoneId zone() {
    return call.command().zone();
  }

  @Override
  public Instant deadline() {
    return until.get();
  }

  @Override
  public boolean cancelled() {
    return gone.getAsBoolean() || !clock.instant().isBefore(deadline());
  }

  @Override
  public void progress(double done, double of) {
    call.command().listener().progress(done, of);
  }

  @Override
  public void log(Severity severity, String line) {
    call.command().listener().log(severity, line);
  }

  @Override
  public boolean canAsk(Question.Kind kind) {
    return call.command().listener().canBeAsked(kind);
  }

  @Override
  public Optional<Replies> replies() {
    return call.command().replies();
  }

  @Override
  public Gateway gateway() {
    return call.offer().backend().kind().equals(BackendKind.GATEWAY)
        ? desk.apply(this)
        : Access.super.gateway();
  }
}
