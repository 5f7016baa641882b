package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Provenance;

/// What one backend is asked for the gateway's own tools, under a name that the ledger knows.
record Errand<I, O>(Offer<I, O> offer, ReadTool<I, O> tool) {
  static <I, O> Errand<I, O> of(
      Backend backend, String what, ReadTool<I, O> tool, Arguments arguments) {
    Offer<I, O> offer = Offer.besides(backend, what, tool, arguments);
    if (offer.spec().effect().changesSomething()) {
      throw new IllegalArgumentException(
          "`%s` has to be a read by its spec too".formatted(offer.name().value()));
    }
    return new Errand<>(offer, tool);
  }

  BackendId backend() {
    return offer.backend().id();
  }

  /// How an errand ended. Reasons are sentences of ours.
  sealed interface End<O> {
    /// It may be told.
    record Told<O>(O output, Provenance provenance) implements End<O> {}

    /// The grant may not know of it.
    record Hidden<O>() implements End<O> {}

    /// The policy said no.
    record Denied<O>(String reason) implements End<O> {}

    /// The person would have to approve it, and nobody waits for that here.
    record Unapproved<O>(String reason) implements End<O> {}

    /// It could not be done, or must not be told.
    record Failed<O>(String reason, Retry retry) implements End<O> {}
  }
}
