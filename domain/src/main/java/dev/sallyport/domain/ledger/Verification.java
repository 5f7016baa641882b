package dev.sallyport.domain.ledger;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// How far a ledger was read and found whole. It holds a few numbers only, however long the ledger.
///
/// Start with [#trusting], give it line after line with [#with], ask [#ofExport] or [#ofStore] at
/// the end.
public sealed interface Verification {
  /// Nothing was read yet. Of the keys that the ledger names, only these are trusted, as X.509
  /// encodes them. None means all it names, which shows that it is whole and not whose it is.
  static Verification trusting(List<Bytes> trusted) {
    return new Unopened(trusted);
  }

  Verification with(Line line);

  /// Where the chain stands as far as it was read.
  Optional<ChainHead> head();

  /// What is to be said of an export that ends here.
  Verdict ofExport();

  /// What is to be said of a store that ends here, with entries that wait for a seal.
  Verdict ofStore(long unsealed);

  /// What came out.
  sealed interface Verdict {
    /// Whole, up to the last checkpoint.
    record Whole(long entries, long checkpoints, long unsealed) implements Verdict {}

    /// The first thing that does not hold.
    record Faulty(Fault fault) implements Verdict {}
  }

  /// Before the first line.
  record Unopened(List<Bytes> trusted) implements Verification {
    public Unopened {
      trusted = List.copyOf(trusted);
    }

    @Override
    public Verification with(Line line) {
      return switch (line) {
        case Line.Opening(var installation, var named) ->
            Reading.from(ChainHead.of(installation), trustedOf(named));
        case Line.Unreadable(String where) -> broken(new Fault.Unreadable(where));
        case Line.Written _, Line.Signed _, Line.Closed _ ->
            broken(new Fault.Unreadable("the opening"));
      };
    }

    @Override
    public Optional<ChainHead> head() {
      return Optional.empty();
    }

    @Override
    public Verdict ofExport() {
      return new Verdict.Faulty(new Fault.Unreadable("the opening"));
    }

    private List<VerifyingKey> trustedOf(List<VerifyingKey> named) {
      return named.stream()
          .filter(key -> trusted.isEmpty() || trusted.contains(key.encoded()))
          .toList();
    }

    @Override
    public Verdict ofStore(long unsealed) {
      return ofExport();
    }
  }

  /// All is well so far. `signed` is the last place that a checkpoint vouches for.
  record Reading(ChainHead place, List<VerifyingKey> keys, long signed) implements Verification {
    public Reading {
      Objects.requireNonNull(place);
      keys = List.copyOf(keys);
    }

    static Reading from(ChainHead start, List<VerifyingKey> keys) {
      return new Reading(start, keys, 0);
    }

    @Override
    public Verification with(Line line) {
      return switch (line) {
        case Line.Written(SealedEntry sealed) -> entry(sealed);
        case Line.Signed(Checkpoint checkpoint) -> checkpoint(checkpoint);
        case Line.Closed(Closing closing) -> closing(closing);
        case Line.Unreadable(String where) -> broken(new Fault.Unreadable(where));
        case Line.Opening _ -> broken(new Fault.Unreadable("a second opening"));
      };
    }

    @Override
    public Optional<ChainHead> head() {
      return Optional.of(place);
    }

    @Override
    public Verdict ofExport() {
      return new Verdict.Faulty(new Fault.CutOff(place.sequence()));
    }

    @Override
    public Verdict ofStore(long unsealed) {
      return unsigned()
          .<Verdict>map(Verdict.Faulty::new)
          .orElseGet(() -> new Verdict.Whole(place.sequence(), place.checkpoint(), unsealed));
    }

    boolean fits(SealedEntry sealed) {
      return sealed.equals(place.next(sealed.entry()));
    }

    private Verification entry(SealedEntry sealed) {
      long expected = place.sequence() + 1;
      EntryId id = sealed.entry().id();
      if (fits(sealed)) {
        return new Reading(place.after(sealed), keys, signed);
      }
      if (sealed.sequence() > expected) {
        return new Doubting(this, new Fault.Missing(expected, sealed.sequence() - 1));
      }
      return sealed.sequence() < expected
          ? broken(new Fault.Inserted(sealed.sequence(), id))
          : new Doubting(this, new Fault.Altered(expected, id));
    }

    private Verification checkpoint(Checkpoint checkpoint) {
      Checkpoint.Statement stated = checkpoint.statement();
      Optional<Fault> unsigned =
          faultOf(
              "checkpoint %d".formatted(stated.number()),
              checkpoint.signature(),
              checkpoint::signedBy,
              new Fault.Forged(stated.number()));
      if (unsigned.isPresent()) {
        return broken(unsigned.get());
      }
      if (stated.number() != place.checkpoint() + 1 || !stated.previous().equals(place.seal())) {
        return broken(new Fault.Disconnected(stated.number(), place.checkpoint() + 1));
      }
      return stretch(checkpoint, stated);
    }

    private Verification stretch(Checkpoint checkpoint, Checkpoint.Statement stated) {
      if (stated.to() > place.sequence()) {
        return new Doubting(this, new Fault.Missing(place.sequence() + 1, stated.to()));
      }
      return stated.from() == signed + 1
              && stated.to() == place.sequence()
              && stated.link().equals(place.link())
          ? new Reading(place.after(checkpoint), keys, stated.to())
          : broken(new Fault.Rewritten(stated.number(), stated.from(), stated.to()));
    }

    private Verification closing(Closing closing) {
      Closing.Statement stated = closing.statement();
      var falsified = new Fault.FalseClosing(stated.head().sequence(), place.sequence());
      return faultOf("the closing", closing.signature(), closing::signedBy, falsified)
          .or(this::unsigned)
          .or(() -> stated.head().equals(place) ? Optional.empty() : Optional.of(falsified))
          .<Verification>map(Broken::new)
          .orElseGet(() -> new Complete(place, stated.unsealed()));
    }

    private Optional<Fault> unsigned() {
      return place.sequence() == signed
          ? Optional.empty()
          : Optional.of(new Fault.Unsigned(signed + 1, place.sequence()));
    }

    private Optional<Fault> faultOf(
        String what, Signature signature, Predicate<VerifyingKey> holds, Fault otherwise) {
      Optional<VerifyingKey> key =
          keys.stream().filter(known -> known.id().equals(signature.key())).findFirst();
      if (key.isEmpty()) {
        return Optional.of(new Fault.UnknownKey(what, signature.key()));
      }
      return key.filter(holds).isPresent() ? Optional.empty() : Optional.of(otherwise);
    }
  }

  /// Something is wrong for certain, and what comes next may tell what: an entry that is found
  /// later is out of order and not missing.
  record Doubting(Reading before, Fault fault) implements Verification {
    public Doubting {
      Objects.requireNonNull(before);
      Objects.requireNonNull(fault);
    }

    @Override
    public Verification with(Line line) {
      return switch (fault) {
        case Fault.Missing missing -> stillMissing(missing, line);
        case Fault.Altered(long sequence, EntryId id) ->
            line instanceof Line.Written(SealedEntry next) && before.fits(next)
                ? broken(new Fault.Inserted(sequence, id))
                : broken(fault);
        default -> broken(fault);
      };
    }

    @Override
    public Optional<ChainHead> head() {
      return before.head();
    }

    @Override
    public Verdict ofExport() {
      return new Verdict.Faulty(fault);
    }

    @Override
    public Verdict ofStore(long unsealed) {
      return ofExport();
    }

    private Verification stillMissing(Fault.Missing missing, Line line) {
      return line instanceof Line.Written(SealedEntry late)
              && late.sequence() >= missing.from()
              && late.sequence() <= missing.to()
          ? broken(new Fault.OutOfOrder(late.sequence(), late.entry().id()))
          : this;
    }
  }

  /// Something is wrong; nothing that follows changes it.
  record Broken(Fault fault) implements Verification {
    public Broken {
      Objects.requireNonNull(fault);
    }

    @Override
    public Verification with(Line line) {
      return this;
    }

    @Override
    public Optional<ChainHead> head() {
      return Optional.empty();
    }

    @Override
    public Verdict ofExport() {
      return new Verdict.Faulty(fault);
    }

    @Override
    public Verdict ofStore(long unsealed) {
      return ofExport();
    }
  }

  /// The export was read to its signed end.
  record Complete(ChainHead place, long unsealed) implements Verification {
    public Complete {
      Objects.requireNonNull(place);
    }

    @Override
    public Verification with(Line line) {
      return broken(new Fault.Unreadable("what follows the closing"));
    }

    @Override
    public Optional<ChainHead> head() {
      return Optional.of(place);
    }

    @Override
    public Verdict ofExport() {
      return new Verdict.Whole(place.sequence(), place.checkpoint(), unsealed);
    }

    @Override
    public Verdict ofStore(long waiting) {
      return new Verdict.Whole(place.sequence(), place.checkpoint(), waiting);
    }
  }

  private static Verification broken(Fault fault) {
    return new Broken(fault);
  }
}
