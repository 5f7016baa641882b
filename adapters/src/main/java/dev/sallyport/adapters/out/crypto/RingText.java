package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.vault.KeyId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A ring as the text of its file: one line a key, oldest first.
///
/// Each line is the use, the key's id, when it was made, and the key in base64.
final class RingText {
  /// What follows it is for people, and was not always the same.
  private static final String VERSION = "# Sallyport key ring 1. ";

  private static final String HEAD =
      VERSION + "Secret: back it up, show it to nobody, change it with `ring rotate`.";
  private static final String SERVER = "server";
  private static final String SIGNING = "signing";
  private static final String UNKNOWN_TIME = "-";
  private static final int WORDS = 4;

  private RingText() {}

  static String of(Ring ring) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    ring.server().forEach(it -> lines.add(line(SERVER, it, it.key().id(), it.key().reveal())));
    ring.signing().forEach(it -> lines.add(line(SIGNING, it, it.key().id(), it.key().reveal())));
    return String.join("\n", lines) + "\n";
  }

  /// The ring that this text spells; nothing if it spells none, or a key is not the one that its
  /// line says.
  static Optional<Ring> read(String text) {
    List<Dated<ServerKey>> server = new ArrayList<>();
    List<Dated<SigningKey>> signing = new ArrayList<>();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith(VERSION)) {
      return Optional.empty();
    }
    try {
      for (String line : lines.subList(1, lines.size())) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
          case SERVER -> server.add(key(words, ServerKey::new, ServerKey::id));
          case SIGNING -> signing.add(key(words, SigningKey::new, SigningKey::id));
          default -> throw new IllegalArgumentException("use");
        }
      }
      return Optional.of(new Ring(server, signing));
    } catch (IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static <K> Dated<K> key(
      String[] words, Function<byte[], K> made, Function<K, KeyId> idOf) {
    if (words.length != WORDS) {
      throw new IllegalArgumentException("words");
    }
    K key = made.apply(Base64.getDecoder().decode(words[3]));
    if (!idOf.apply(key).value().equals(words[1])) {
      throw new IllegalArgumentException("id");
    }
    return new Dated<>(
        key,
        words[2].equals(UNKNOWN_TIME) ? Optional.empty() : Optional.of(Instant.parse(words[2])));
  }

  private static String line(String use, Dated<?> dated, KeyId id, byte[] key) {
    return String.join(
        " ",
        use,
        id.value(),
        dated.madeAt().map(Instant::toString).orElse(UNKNOWN_TIME),
        Base64.getEncoder().encodeToString(key));
  }
}
