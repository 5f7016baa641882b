package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ErasePerson.Receipt;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Recorded;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The receipt of an erasure. All of it is ids, numbers and hashes.
final class ReceiptLines {
  private ReceiptLines() {}

  static String text(Receipt receipt) {
    String entries =
        receipt.entries().stream()
            .map(it ->
                "Entry %s in place %s of the ledger: removed %s%n"
                    .formatted(
                        it.entry().id().value(), place(it.sequence(), "none yet"), removed(it)))
            .collect(Collectors.joining());
    return "Erased %s at %s. The key is destroyed.%n%s%s"
        .formatted(
            receipt.person().value(),
            receipt.at(),
            entries,
            receipt
                .head()
                .map(it -> "The chain ends in place %d, in %s.".formatted(it.sequence(), hex(it)))
                .orElse("The ledger is not sealed yet."));
  }

  static String json(Receipt receipt) {
    return "{\"person\":\"%s\",\"at\":\"%s\",\"key\":\"destroyed\",\"entries\":%s,\"head\":%s}"
        .formatted(
            receipt.person().value(),
            receipt.at(),
            receipt.entries().stream()
                .map(ReceiptLines::json)
                .collect(Collectors.joining(",", "[", "]")),
            receipt
                .head()
                .map(it -> "{\"sequence\":%d,\"link\":\"%s\"}".formatted(it.sequence(), hex(it)))
                .orElse("null"));
  }

  private static String json(Recorded recorded) {
    return "{\"id\":\"%s\",\"organization\":\"%s\",\"sequence\":%s,\"removed\":\"%s\"}"
        .formatted(
            recorded.entry().id().value(),
            recorded.entry().organization().value(),
            place(recorded.sequence(), "null"),
            removed(recorded));
  }

  private static String removed(Recorded recorded) {
    return recorded.entry().facts().of(Fact.AMOUNTS).orElse("");
  }

  private static String place(OptionalLong sequence, String none) {
    return sequence.isPresent() ? Long.toString(sequence.getAsLong()) : none;
  }

  private static String hex(ChainHead head) {
    return head.link().hex();
  }
}
