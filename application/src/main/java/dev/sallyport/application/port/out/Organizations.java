package dev.sallyport.application.port.out;

import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The organizations, each seen only from within itself.
public interface Organizations {
  /// Stores a new one; it must be the scope's own. Must be one step: a slug is given away once.
  Addition add(TenantScope scope, Organization organization);

  Optional<Organization> find(TenantScope scope);

  /// Puts what the function makes of it in its place, and answers that; empty if there is none.
  ///
  /// Must be one step: no two changes see the same organization, so none is lost. The function must
  /// do nothing else, since it may be asked again; id, slug and kind it has to leave as they are.
  Optional<Organization> change(TenantScope scope, UnaryOperator<Organization> function);

  /// How an addition ends.
  enum Addition {
    ADDED,
    /// The slug or the id is in use; nothing was stored.
    TAKEN
  }
}
