package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.Signer;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Closing;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.Verification;
import dev.sallyport.domain.ledger.Verification.Verdict;
import dev.sallyport.domain.vault.Bytes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Reads the chain as the store holds it.
public final class ReadLedgerService implements ReadLedger {
  private final Seals seals;
  private final Signer signer;
  private final DescribeInstance instance;
  private final InstantSource clock;

  public ReadLedgerService(
      Seals seals, Signer signer, DescribeInstance instance, InstantSource clock) {
    this.seals = seals;
    this.signer = signer;
    this.instance = instance;
    this.clock = clock;
  }

  @Override
  public Verdict verify(List<Bytes> trusted, LongConsumer progress) {
    var verification =
        new AtomicReference<>(Verification.trusting(trusted).with(opening(installation())));
    seals.read(line -> {
      verification.updateAndGet(before -> before.with(line));
      if (line instanceof Line.Signed(var checkpoint)) {
        progress.accept(checkpoint.statement().to());
      }
    });
    return switch (verification.get().ofStore(seals.backlog().entries())) {
      case Verdict.Whole whole -> seals.beside().<Verdict>map(Verdict.Faulty::new).orElse(whole);
      case Verdict.Faulty faulty -> faulty;
    };
  }

  // the closing tells where the chain was found to end, so that no end can be cut off afterwards
  @Override
  public void export(Consumer<Line> to) {
    Installation installation = installation();
    Line opening = opening(installation);
    to.accept(opening);
    var end = new AtomicReference<>(ChainHead.of(installation.id()));
    seals.read(line -> {
      to.accept(line);
      end.updateAndGet(before -> after(before, line));
    });
    var statement = new Closing.Statement(clock.instant(), end.get(), seals.backlog().entries());
    to.accept(new Line.Closed(new Closing(statement, signer.sign(statement.toBytes()))));
  }

  @Override
  public Optional<Recorded> find(EntryId id) {
    return seals.find(id);
  }

  @Override
  public List<Recorded> latest(int most) {
    return seals.latest(most);
  }

  private static ChainHead after(ChainHead head, Line line) {
    return switch (line) {
      case Line.Written(var sealed) -> head.after(sealed);
      case Line.Signed(var checkpoint) -> head.after(checkpoint);
      case Line.Opening _, Line.Closed _, Line.Unreadable _ -> head;
    };
  }

  private Line opening(Installation installation) {
    return new Line.Opening(installation.id(), signer.keys());
  }

  private Installation installation() {
    return instance
        .describe()
        .installation()
        .orElseThrow(() -> new IllegalStateException("the database holds no installation"));
  }
}
