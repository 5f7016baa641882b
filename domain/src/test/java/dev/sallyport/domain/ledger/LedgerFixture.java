package dev.sallyport.domain.ledger;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A sealed ledger to tamper with: its lines as an export would hold them.
final class LedgerFixture {
  static final InstallationId INSTALLATION = new InstallationId("%032x".formatted(7));
  static final Instant AT = Instant.parse("2026-11-21T12:00:00.123456Z");

  private final KeyPair keys = keyPair();

  static Entry entry(int number) {
    return new Entry(
        new EntryId("%032x".formatted(number)),
        new OrganizationId("%032x".formatted(number % 3)),
        AT.plusMillis(number),
        Kind.CLAIMED,
        Facts.none().with(Fact.TOOL, "send_message").with(Fact.RULE, "reach"),
        new Personal(Bytes.of(new byte[] {(byte) number, 2})));
  }

  VerifyingKey key() {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] id = Arrays.copyOf(Digest.over(encoded).bytes(), KeyId.BYTES);
    return new VerifyingKey(KeyId.of(id), Bytes.of(encoded));
  }

  /// Opening, batches of entries each with its checkpoint, closing.
  List<Line> export(int batches, int each) {
    var lines = new ArrayList<Line>();
    lines.add(new Line.Opening(INSTALLATION, List.of(key())));
    ChainHead head = ChainHead.of(INSTALLATION);
    for (int batch = 0; batch < batches; batch++) {
      int first = batch * each + 1;
      List<Entry> entries =
          IntStream.range(first, first + each).mapToObj(LedgerFixture::entry).toList();
      head = seal(lines, head, entries);
    }
    lines.add(new Line.Closed(closing(head)));
    return lines;
  }

  ChainHead seal(List<Line> lines, ChainHead head, List<Entry> entries) {
    List<SealedEntry> chained = head.chain(entries);
    ChainHead last = head;
    for (SealedEntry sealed : chained) {
      lines.add(new Line.Written(sealed));
      last = last.after(sealed);
    }
    Checkpoint checkpoint = checkpoint(head.state(chained, AT));
    lines.add(new Line.Signed(checkpoint));
    return last.after(checkpoint);
  }

  Checkpoint checkpoint(Checkpoint.Statement statement) {
    return new Checkpoint(statement, sign(statement.toBytes()));
  }

  Closing closing(ChainHead head) {
    var statement = new Closing.Statement(AT, head, 2);
    return new Closing(statement, sign(statement.toBytes()));
  }

  Signature sign(byte[] message) {
    try {
      var signer = java.security.Signature.getInstance("Ed25519");
      signer.initSign(keys.getPrivate());
      signer.update(message);
      return new Signature(key().id(), Bytes.of(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
