package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.Leases.Holding;
import dev.sallyport.application.port.out.Leases.Lease;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.Signer;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Checkpoint;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.SealedEntry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Seals what waits, one batch at a time, as the one instance that holds the lease.
public final class SealLedgerService implements SealLedger {
  /// So many that the signature costs nothing, so few that a batch takes a fraction of a second.
  static final int MOST = 2_000;

  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final int HOLDER_BYTES = 16;

  private final Seals seals;
  private final Leases leases;
  private final Signer signer;
  private final DescribeInstance instance;
  private final InstantSource clock;
  private final String holder;
  private volatile @Nullable Lease held;

  public SealLedgerService(
      Seals seals,
      Leases leases,
      Signer signer,
      DescribeInstance instance,
      Randomness randomness,
      InstantSource clock) {
    this.seals = seals;
    this.leases = leases;
    this.signer = signer;
    this.instance = instance;
    this.clock = clock;
    this.holder = HexFormat.of().formatHex(randomness.bytes(HOLDER_BYTES));
  }

  @Override
  public Pass seal() {
    return switch (leases.claim(Leases.Job.SEAL_LEDGER, holder, LEASE)) {
      case Holding.Elsewhere _ -> {
        held = null;
        yield new Pass.Elsewhere();
      }
      case Holding.Held(Lease lease) -> {
        held = lease;
        yield sealUnder(lease);
      }
    };
  }

  @Override
  public void handOver() {
    Lease lease = held;
    if (lease != null) {
      held = null;
      leases.release(lease);
    }
  }

  private Pass sealUnder(Lease lease) {
    List<Entry> waiting = seals.unsealed(MOST);
    if (waiting.isEmpty()) {
      return new Pass.NothingToSeal();
    }
    return switch (seals.seal(lease, batch(head(), waiting))) {
      case Seals.Sealing.Sealed _ -> new Pass.Sealed(waiting.size(), waiting.size() == MOST);
      case Seals.Sealing.Refused _ -> new Pass.Elsewhere();
    };
  }

  private Seals.Batch batch(ChainHead head, List<Entry> waiting) {
    List<SealedEntry> chained = head.chain(waiting);
    Checkpoint.Statement statement = head.state(chained, clock.instant());
    return new Seals.Batch(
        head, chained, new Checkpoint(statement, signer.sign(statement.toBytes())));
  }

  private ChainHead head() {
    return seals.head().orElseGet(() -> ChainHead.of(installation().id()));
  }

  private Installation installation() {
    return instance
        .describe()
        .installation()
        .orElseThrow(() -> new IllegalStateException("a chain cannot begin without installation"));
  }
}
