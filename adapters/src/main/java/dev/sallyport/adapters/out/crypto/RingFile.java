package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.port.out.Randomness;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The file that holds a ring. It appears and changes whole or not at all, and is read only if
/// nobody but its owner can.
final class RingFile {
  /// What older versions kept: the server key alone. It is taken over into the ring.
  private static final String BEFORE = "server.key";

  private final Path folder;
  private final Path file;

  RingFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("keyring");
  }

  /// Whether there are no keys at all, not even those of older versions.
  boolean isMissing() {
    return Files.notExists(file) && Files.notExists(folder.resolve(BEFORE));
  }

  /// The ring in the file, which is made if there is none.
  Ring read(Randomness randomness, Instant now) throws IOException {
    if (Files.notExists(file)) {
      make(first(randomness, now));
    }
    OwnerOnly.refuseOthers(file);
    Ring ring = RingText.read(Files.readString(file)).orElseThrow(() -> noKeys(file));
    forgetTheOneBefore(ring);
    return ring;
  }

  void replaceBy(Ring ring) throws IOException {
    Path draft = draft(ring);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    OwnerOnly.keepNamesOf(folder);
  }

  /// Where it is, for an operator.
  @Override
  public String toString() {
    return file.toString();
  }

  private Ring first(Randomness randomness, Instant now) throws IOException {
    Optional<byte[]> before = before();
    var server =
        new Dated<>(
            new ServerKey(before.orElseGet(() -> randomness.bytes(ServerKey.BYTES))),
            before.isPresent() ? Optional.<Instant>empty() : Optional.of(now));
    var signing = new SigningKey(randomness.bytes(SigningKey.BYTES));
    return new Ring(List.of(server), List.of(new Dated<>(signing, Optional.of(now))));
  }

  private void make(Ring ring) throws IOException {
    Path draft = draft(ring);
    try {
      // a link appears whole or not at all, and never over a ring that came in between
      Files.createLink(file, draft);
      OwnerOnly.keepNamesOf(folder);
    } catch (FileAlreadyExistsException _) {
      // another start was first: its ring is the one
    } finally {
      Files.delete(draft);
    }
  }

  private Path draft(Ring ring) throws IOException {
    Path draft = Files.createTempFile(folder, "keyring", ".draft", OwnerOnly.attributes());
    Files.writeString(draft, RingText.of(ring), StandardOpenOption.SYNC);
    return draft;
  }

  private Optional<byte[]> before() throws IOException {
    Path old = folder.resolve(BEFORE);
    if (Files.notExists(old)) {
      return Optional.empty();
    }
    OwnerOnly.refuseOthers(old);
    try {
      byte[] key = Base64.getDecoder().decode(Files.readString(old).strip());
      if (key.length == ServerKey.BYTES) {
        return Optional.of(key);
      }
    } catch (IllegalArgumentException _) {
      // no base64: as wrong as a wrong length
    }
    throw noKeys(old);
  }

  /// Only once the ring holds it: a start that ends in between finds it again.
  private void forgetTheOneBefore(Ring ring) throws IOException {
    if (Files.exists(folder.resolve(BEFORE))) {
      byte[] key = before().orElseThrow();
      if (ring.server(new ServerKey(key).id()).isPresent()) {
        Files.delete(folder.resolve(BEFORE));
      }
    }
  }

  private static BadRing noKeys(Path file) {
    return new BadRing(
        "the key file `%s` does not hold the keys it should".formatted(file),
        "restore it from a backup");
  }
}
