package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Arguments.Reading.Fits;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.policy.Request;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.Optional;

/// One call on its way: who, what, with which arguments, and what is known of the caller.
record Call<I, O>(
    CallId id,
    Command command,
    Offer<I, O> offer,
    Fits<I> arguments,
    Entitled entitled,
    Request request,
    Credentials.Opened account,
    Warnings warnings,
    Instant at) {
  Optional<Secret> credential() {
    return account.secret();
  }

  Caller caller() {
    return command.caller();
  }

  TenantScope scope() {
    return command.caller().scope();
  }

  /// How a call ends that nobody waits for any more.
  static Optional<Outcome> leftBehind(Command command, Instant now) {
    if (!now.isBefore(command.deadline())) {
      return Optional.of(new Outcome.Abandoned(true));
    }
    return command.listener().gone() ? Optional.of(new Outcome.Abandoned(false)) : Optional.empty();
  }

  I input() {
    return arguments.input();
  }

  /// The same call, with another other end.
  Call<I, O> heardBy(Listener listener) {
    return new Call<>(
        id, command.heardBy(listener), offer, arguments, entitled, request, account, warnings, at);
  }

  /// The same call, of a caller who may something else by now.
  Call<I, O> under(Entitled now) {
    Request then =
        new Request(
            now.grant(),
            request.token(),
            now.belonging(),
            now.plan(),
            Screening.offered(offer, now),
            request.backend(),
            request.kind(),
            request.tool(),
            request.link(),
            request.at());
    return new Call<>(id, command, offer, arguments, now, then, account, warnings, at);
  }
}
