package dev.sallyport.adapters.backend.gateway;

import dev.sallyport.adapters.backend.gateway.Links.Link;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.Gateway.Fetched;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.Outcome.Retry;
import java.util.function.BiFunction;

/// Opens one thing of another backend, and tells of it what its tool tells.
///
/// @param notThere what is said of all that there is not, and of what is out of reach
record Opening<O>(String notThere, BiFunction<Link, Document, O> told) {
  Outcome<O> of(Link link, Access access) {
    return switch (access.gateway().fetch(link.backend(), link.reference())) {
      case Fetched.There(Document document, var provenance) ->
          new Outcome.Done<>(told.apply(link, document), provenance);
      case Fetched.NotThere() -> nothing();
      case Fetched.NotNow(String reason) -> new Outcome.Failed<>(reason, Retry.SAFE);
    };
  }

  /// Of what can be the name of nothing.
  Outcome<O> nothing() {
    return new Outcome.NotThere<>(notThere);
  }
}
