package dev.sallyport.domain.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What an operator's rule may ask about a call. The same questions can be asked of a call that is
/// made, of one that the ledger recorded, and of one that a policy's own test describes.
public interface Facts {
  ToolName tool();

  BackendId backend();

  Effect effect();

  ClientId client();

  /// Absent for somebody who does not belong.
  Optional<Role> role();

  PlanId plan();

  /// Whether it touches one of these spaces.
  Fit touches(Set<SpaceId> spaces);

  /// Whether it touches any space at all, and none but these.
  Fit staysWithin(Set<SpaceId> spaces);

  Instant at();

  /// A figure of the call, as `recipients`; absent if the call declares none of that name.
  OptionalLong amount(String name);
}
