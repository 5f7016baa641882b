package dev.sallyport.domain.ledger;

import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/// A signature over a stretch of the chain, and over the checkpoint before it.
public record Checkpoint(Statement statement, Signature signature) {
  private static final String FORM = "sallyport/checkpoint/1";
  private static final String DIGEST = "sallyport/checkpoint-digest/1";

  public Checkpoint {
    Objects.requireNonNull(statement);
    Objects.requireNonNull(signature);
  }

  /// What the next checkpoint names as the one before it.
  public Digest digest() {
    return Canonical.form(DIGEST)
        .bytes(statement.toBytes())
        .text(signature.key().value())
        .bytes(signature.value().toArray())
        .digest();
  }

  boolean signedBy(VerifyingKey key) {
    return Ed25519.holds(key, statement.toBytes(), signature);
  }

  /// What is signed: the entries from one place to another end in this link. `previous` is the
  /// digest of the checkpoint before, or the start of the chain.
  public record Statement(
      long number, long from, long to, Instant at, Digest link, Digest previous) {
    public Statement {
      at = at.truncatedTo(ChronoUnit.MICROS);
      Objects.requireNonNull(link);
      Objects.requireNonNull(previous);
    }

    public byte[] toBytes() {
      return Canonical.form(FORM)
          .number(number)
          .number(from)
          .number(to)
          .time(at)
          .bytes(link.bytes())
          .bytes(previous.bytes())
          .toBytes();
    }
  }
}
