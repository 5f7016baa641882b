package dev.sallyport.application.post;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.Pseudonym;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// A name that is given out: something nobody can guess, which instance waits, and a mark under the
/// server's keys that binds both to one grant and one purpose. So what is no name of ours is known
/// for that without a look anywhere.
///
/// @param node the instance, by a number of chance that says nothing about it
record Address(String name, String node) {
  private static final int CHANCE_BYTES = 16;
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{32}\\.([0-9a-zA-Z-]{1,32})\\.([\\w-]{43})");

  Address {
    Objects.requireNonNull(name);
    Objects.requireNonNull(node);
  }

  static Address fresh(
      Peppers peppers, Randomness randomness, Caller caller, String purpose, String node) {
    String head = HexFormat.of().formatHex(randomness.bytes(CHANCE_BYTES)) + "." + node;
    Pseudonym mark = peppers.hashes(purpose, bound(caller, head)).getFirst();
    return new Address(head + "." + text(mark), node);
  }

  /// What the name says, if it was given to this grant for this purpose.
  static Optional<Address> of(Peppers peppers, Caller caller, String purpose, String name) {
    var parts = FORM.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Secret mark = Secret.of(parts.group(2));
    Secret bound = bound(caller, name.substring(0, parts.start(2) - 1));
    return peppers.hashes(purpose, bound).stream().anyMatch(it -> Secret.of(text(it)).equals(mark))
        ? Optional.of(new Address(name, parts.group(1)))
        : Optional.empty();
  }

  private static Secret bound(Caller caller, String head) {
    return Secret.of(
        String.join("\n", caller.scope().organization().value(), caller.grant().value(), head));
  }

  private static String text(Pseudonym mark) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(HexFormat.of().parseHex(mark.hex()));
  }
}
