package dev.sallyport.application.port.out;

import dev.sallyport.application.port.out.Meter.Notice;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Units that one instance holds for one person, to serve reads without asking anybody.
///
/// A block counts as promised from the moment it is taken. Of an instance that is lost nobody knows
/// what it used, so all of its block stays counted.
public interface QuotaBlocks {
  /// Takes a block against every quota that the person meets, or nothing.
  Taking take(TenantScope scope, Request request);

  /// Counts calls that a block served, each once however often it is told, and prolongs its lease.
  /// Must also hold for a block that was written off meanwhile: what was lost is found again. Must
  /// refuse more than the block holds.
  Spending spend(TenantScope scope, CallId block, List<Spent> calls, Instant leaseEnds);

  /// Gives back what is left of a block. Again it changes nothing.
  void close(TenantScope scope, CallId block);

  /// A block as it is wanted.
  ///
  /// @param block its id, minted as that of a call
  /// @param needed the fewest units that are worth a block
  /// @param wanted the most that would be used up soon
  /// @param leaseEnds when the instance counts as lost if it is not heard from
  record Request(
      CallId block,
      String node,
      PersonId person,
      Allowance allowance,
      Instant at,
      int needed,
      int wanted,
      Instant leaseEnds) {
    public Request {
      Objects.requireNonNull(block);
      Objects.requireNonNull(node);
      Objects.requireNonNull(person);
      Objects.requireNonNull(allowance);
      Objects.requireNonNull(at);
      Objects.requireNonNull(leaseEnds);
      if (needed < 1) {
        throw new IllegalArgumentException("a block has at least one unit");
      }
    }

    /// Every counter it counts against, in the order in which they are locked.
    public List<Charge> charges(TenantScope scope) {
      return allowance.charges(person, scope.organization(), at);
    }
  }

  /// Whether a block was to be had.
  sealed interface Taking {
    /// It was, of this size.
    ///
    /// @param counts each counter with the block in it
    record Taken(int units, List<Notice> counts) implements Taking {
      public Taken {
        counts = List.copyOf(counts);
      }
    }

    /// Nothing was taken: so little is left that each call has to ask for itself.
    record Scarce() implements Taking {}
  }

  /// A call that was served.
  record Spent(CallId call, BackendId backend, ToolName tool, int units, Instant at) {
    public Spent {
      Objects.requireNonNull(call);
      Objects.requireNonNull(backend);
      Objects.requireNonNull(tool);
      Objects.requireNonNull(at);
    }
  }

  /// What became of it.
  ///
  /// @param counted the units of calls that had not been told before
  record Spending(State block, long counted) {
    public Spending {
      Objects.requireNonNull(block);
    }
  }

  /// Whether a block may be used on.
  enum State {
    OPEN,
    WRITTEN_OFF
  }
}
