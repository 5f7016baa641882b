package dev.sallyport.domain.ledger;

import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/// The signed end of an export: how much there was when it was made. Without it, the end could be
/// cut off at a checkpoint and nobody would see.
public record Closing(Statement statement, Signature signature) {
  private static final String FORM = "sallyport/closing/1";

  public Closing {
    Objects.requireNonNull(statement);
    Objects.requireNonNull(signature);
  }

  boolean signedBy(VerifyingKey key) {
    return Ed25519.holds(key, statement.toBytes(), signature);
  }

  /// What is signed: up to where the chain had come, and how many entries waited for a seal.
  public record Statement(Instant at, ChainHead head, long unsealed) {
    public Statement {
      at = at.truncatedTo(ChronoUnit.MICROS);
      Objects.requireNonNull(head);
    }

    public byte[] toBytes() {
      return Canonical.form(FORM)
          .time(at)
          .number(head.sequence())
          .bytes(head.link().bytes())
          .number(head.checkpoint())
          .bytes(head.seal().bytes())
          .number(unsealed)
          .toBytes();
    }
  }
}
