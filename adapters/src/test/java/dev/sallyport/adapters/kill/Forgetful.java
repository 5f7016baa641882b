package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.testbed.Handmade;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Claims.Claiming;
import dev.sallyport.application.port.out.Claims.Moving;
import dev.sallyport.domain.claim.Claim;
import java.util.Objects;

/// A store that says it claimed and stores nothing: what the cycles must catch.
final class Forgetful {
  private Forgetful() {}

  static void put(Handmade parts) {
    Watched.wrap(
        parts,
        Claims.class,
        (next, method, arguments) ->
            switch (method.getName()) {
              case "claim" -> new Claiming.Claimed();
              case "move" -> {
                Claims.Next to = (Claims.Next) Objects.requireNonNull(arguments[2]);
                yield new Moving.Moved(
                    ((Claim) Objects.requireNonNull(arguments[1])).becomes(to.state(), to.at()));
              }
              default -> next.call();
            });
  }
}
