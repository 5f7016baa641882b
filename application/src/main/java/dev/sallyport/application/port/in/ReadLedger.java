package dev.sallyport.application.port.in;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.Verification;
import dev.sallyport.domain.vault.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The operator's view of the whole ledger, over all organizations. For the command line only.
public interface ReadLedger {
  /// Reads the chain to its end. Of the keys only these are trusted, or all that the house knows if
  /// none is given; `progress` is told the last place after each checkpoint.
  Verification.Verdict verify(List<Bytes> trusted, LongConsumer progress);

  /// Passes the sealed ledger from its opening to its signed closing.
  void export(Consumer<Line> to);

  Optional<Recorded> find(EntryId id);

  /// The newest first.
  List<Recorded> latest(int most);
}
