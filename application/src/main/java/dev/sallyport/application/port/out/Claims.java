package dev.sallyport.application.port.out;

import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimKey;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.Part;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Writes, recorded before anything is sent.
public interface Claims {
  /// Records a write that nobody recorded before.
  ///
  /// Must be one step: of those who claim one key at the same time, one claims it and the others
  /// are shown its claim. A key is free again once its claim failed before sending; one that nobody
  /// chose also once it was done before `unchosenSince`.
  ///
  /// @param node which instance answers for it while it is open
  /// @param arguments kept until it is settled
  Claiming claim(
      TenantScope scope, Claim claim, String node, Sealed arguments, Instant unchosenSince);

  /// The claim that holds a key now, if there is one; the key is free in the same cases as above.
  Optional<Stored> holder(TenantScope scope, ClaimKey key, Instant unchosenSince);

  Optional<Stored> find(TenantScope scope, ClaimId claim);

  /// Brings a claim to its next state if it is still as it is known.
  ///
  /// Must change nothing if the epoch is another: somebody else decided meanwhile. A settled claim
  /// keeps its answer and no arguments; an unknown one keeps its arguments, to be looked for.
  Moving move(TenantScope scope, Claim known, Next next);

  /// Those of a grant whose outcome is unknown and that last changed since then, the oldest first.
  List<Claim> unknown(TenantScope scope, GrantId grant, Instant since, int most);

  /// Open claims of all organizations whose instance no longer lives, the oldest first.
  ///
  /// @param asking an instance that asks lives, whatever is said of it: its own are left out
  List<Claim> stranded(String asking, int most);

  /// Records that a part of a claim goes out; at most one caller ever is told `STARTED`.
  ///
  /// Must start none unless the claim is being sent, and still is as it is known: whoever was taken
  /// for dead meanwhile sends no more of it.
  PartStart startPart(TenantScope scope, Claim known, int number, Instant at);

  /// Records how a started part ended. A part that has ended stays as it is, unless it was unknown.
  void endPart(TenantScope scope, ClaimId claim, Part part, Instant at);

  /// In the order of their numbers.
  List<Part> parts(TenantScope scope, ClaimId claim);

  /// What a claim becomes, and when.
  ///
  /// @param answer what every later call of the same key is told
  record Next(ClaimState state, Instant at, Optional<Sealed> answer) {
    public Next {
      Objects.requireNonNull(state);
      Objects.requireNonNull(at);
      Objects.requireNonNull(answer);
    }
  }

  /// A claim and what is sealed beside it.
  record Stored(Claim claim, Optional<Sealed> arguments, Optional<Sealed> answer) {
    public Stored {
      Objects.requireNonNull(claim);
      Objects.requireNonNull(arguments);
      Objects.requireNonNull(answer);
    }
  }

  /// How an attempt to claim ended.
  sealed interface Claiming {
    /// It is ours.
    record Claimed() implements Claiming {}

    /// Somebody was first, with this claim.
    record Held(Stored by) implements Claiming {
      public Held {
        Objects.requireNonNull(by);
      }
    }
  }

  /// How an attempt to move ended.
  sealed interface Moving {
    /// The claim as it is now.
    record Moved(Claim claim) implements Moving {
      public Moved {
        Objects.requireNonNull(claim);
      }
    }

    /// Somebody else moved it; this is how it is now.
    record Overtaken(Stored now) implements Moving {
      public Overtaken {
        Objects.requireNonNull(now);
      }
    }

    /// There is no such claim here.
    record NotThere() implements Moving {}
  }

  /// Whether a part may go out.
  enum PartStart {
    STARTED,
    /// It was started before.
    ALREADY,
    /// The claim is not being sent, or somebody else decided of it meanwhile.
    OVERTAKEN
  }
}
