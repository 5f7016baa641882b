package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tool.Scopes;
import java.util.Objects;

/// Turns a grant that a token proved into a caller.
public interface AdmitCall {
  Admission admit(GrantId grant, Scopes token);

  /// Whether there is somebody behind the grant.
  sealed interface Admission {
    /// There is; this is who calls.
    record Admitted(Caller caller) implements Admission {
      public Admitted {
        Objects.requireNonNull(caller);
      }
    }

    /// There is no such grant. Whether one is still good is for the policy to say.
    record Nobody() implements Admission {}
  }
}
