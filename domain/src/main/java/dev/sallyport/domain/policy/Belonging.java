package dev.sallyport.domain.policy;

import dev.sallyport.domain.tenancy.Role;
import java.util.Objects;

/// How the person of a grant stands in its organization when a call is decided.
public sealed interface Belonging {
  /// A member, and neither is suspended.
  record Member(Role role) implements Belonging {
    public Member {
      Objects.requireNonNull(role);
    }
  }

  /// No longer, or not now.
  enum Apart implements Belonging {
    LEFT,
    PERSON_SUSPENDED,
    ORGANIZATION_SUSPENDED
  }
}
