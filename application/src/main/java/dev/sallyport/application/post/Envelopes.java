package dev.sallyport.application.post;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Seals what is left lying under the key of the person it is about.
public final class Envelopes {
  private final PersonKeys keys;
  private final Vault vault;

  public Envelopes(PersonKeys keys, Vault vault) {
    this.keys = keys;
    this.vault = vault;
  }

  /// Nothing where the person was erased.
  Optional<Sealed> seal(Caller caller, String name, String text) {
    return keyOf(caller)
        .map(key -> key.seal(context(caller, name), text.getBytes(StandardCharsets.UTF_8)));
  }

  /// What was sealed for this grant and name; nothing if this is something else.
  Optional<String> open(Caller caller, String name, Sealed sealed) {
    return keyOf(caller).flatMap(key -> opened(key, context(caller, name), sealed));
  }

  private static Optional<String> opened(OpenKey key, SealContext context, Sealed sealed) {
    return key.open(context, sealed) instanceof Vault.Opening.Opened(var plain)
        ? Optional.of(new String(plain.toArray(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static SealContext context(Caller caller, String name) {
    return SealContext.of(
        "letter", caller.scope().organization(), caller.grant().value() + "\n" + name);
  }

  private Optional<OpenKey> keyOf(Caller caller) {
    return keys.keyOf(caller.person()) instanceof Holding.Present(var wrapped)
            && vault.unlock(wrapped, new Lock.ServerSealed(), SealContext.ofKey(caller.person()))
                instanceof Unlocking.Unlocked(OpenKey key)
        ? Optional.of(key)
        : Optional.empty();
  }
}
