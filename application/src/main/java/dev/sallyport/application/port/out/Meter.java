package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The durable count of what was used, and the quotas that bound it.
///
/// Each step joins the unit of work of its thread. No quota may be exceeded, whoever races, fails
/// or asks again; and once a step is durable, what was used is the sum of the calls that were
/// committed.
public interface Meter {
  /// Promises the units of a call against every quota it meets, or takes nothing from any. Asked
  /// again with the same call, it answers the same and counts nothing more.
  Promise reserve(TenantScope scope, Reservation reservation);

  /// Counts a call as used, once, in the windows in which it was promised.
  Settling commit(TenantScope scope, CallId call);

  /// Gives back what was promised to a call that was not made. Again, or for a call that was
  /// committed, it changes nothing.
  void release(TenantScope scope, CallId call);

  /// How far one counter is, and never less; a counter that nothing was taken from is at zero.
  Usage usage(TenantScope scope, Charge of);

  /// A call that wants its units.
  ///
  /// @param expiresAt when it may be taken for abandoned; later than the call may last
  /// @param heldBy the claim of a write, without whose settling nobody frees the units
  record Reservation(
      CallId call,
      PersonId person,
      Allowance allowance,
      BackendId backend,
      ToolName tool,
      int units,
      Instant at,
      Instant expiresAt,
      Optional<ClaimId> heldBy) {
    public Reservation {
      Objects.requireNonNull(call);
      Objects.requireNonNull(person);
      Objects.requireNonNull(allowance);
      Objects.requireNonNull(backend);
      Objects.requireNonNull(tool);
      Objects.requireNonNull(at);
      Objects.requireNonNull(expiresAt);
      Objects.requireNonNull(heldBy);
      if (units < 1) {
        throw new IllegalArgumentException("a call costs at least one unit");
      }
    }

    /// Every counter it counts against, in the order in which they are locked.
    public List<Charge> charges(TenantScope scope) {
      return allowance.charges(person, scope.organization(), at);
    }
  }

  /// Whether the units were promised.
  sealed interface Promise {
    /// They were; each quota that is nearly used up, or exceeded as the plan allows, is named.
    record Reserved(List<Notice> notices) implements Promise {
      public Reserved {
        notices = List.copyOf(notices);
      }
    }

    /// They were not: this one is used up until its window ends.
    record Exhausted(Charge charge) implements Promise {
      public Exhausted {
        Objects.requireNonNull(charge);
      }
    }
  }

  /// A quota of which much is used.
  ///
  /// @param counted what is used and promised of it
  record Notice(Charge charge, long counted) {
    public Notice {
      Objects.requireNonNull(charge);
    }
  }

  /// How the end of a call was taken.
  enum Settling {
    /// It is counted, now or before.
    COUNTED,
    /// Nothing is promised to such a call, or no longer.
    UNKNOWN
  }

  /// What is used, and what is promised besides.
  record Usage(long used, long reserved) {}
}
