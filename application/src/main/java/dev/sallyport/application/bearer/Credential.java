package dev.sallyport.application.bearer;

import dev.sallyport.application.port.in.Authenticate.Proof.Proven;
import dev.sallyport.application.port.out.ApiKeys.Whereabouts;
import java.util.Objects;

/// A token that was found good, with all that a next request needs of it.
///
/// @param at where it is kept, so that it need not be found by its hash again
/// @param stamp of the organization's entitlements before it was read
public record Credential(Whereabouts at, Proven proof, long stamp, LastUse use) {
  public Credential {
    Objects.requireNonNull(at);
    Objects.requireNonNull(proof);
    Objects.requireNonNull(use);
  }
}
