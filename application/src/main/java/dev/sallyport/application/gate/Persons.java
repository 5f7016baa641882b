package dev.sallyport.application.gate;

import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Opening;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import dev.sallyport.domain.vault.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Seals what is kept about a person under that person's own key.
final class Persons {
  private static final int REMEMBERED = 10_000;
  private static final Lock LOCK = new Lock.ServerSealed();

  private final PersonKeys keys;
  private final Vault vault;
  private final Map<PersonId, WrappedKey> remembered = new ConcurrentHashMap<>();

  Persons(PersonKeys keys, Vault vault) {
    this.keys = keys;
    this.vault = vault;
  }

  Sealed seal(PersonId person, SealContext context, String text) {
    return key(person).seal(context, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Empty if it cannot be opened: whoever was erased is not read any more.
  Optional<String> open(PersonId person, SealContext context, Sealed sealed) {
    return switch (key(person).open(context, sealed)) {
      case Opening.Opened(var plain) ->
          Optional.of(new String(plain.toArray(), StandardCharsets.UTF_8));
      case Opening.NotOpened _ -> Optional.empty();
    };
  }

  Pseudonym pseudonym(PersonId person, SealContext context, String text) {
    return key(person).pseudonym(context, text);
  }

  private OpenKey key(PersonId person) {
    return switch (vault.unlock(wrapped(person), LOCK, SealContext.ofKey(person))) {
      case Unlocking.Unlocked(var key) -> key;
      case Unlocking.StaysLocked(var because) ->
          throw new IllegalStateException("a person's key does not open: " + because);
    };
  }

  private WrappedKey wrapped(PersonId person) {
    WrappedKey known = remembered.get(person);
    return known == null ? load(person) : known;
  }

  private WrappedKey load(PersonId person) {
    return switch (keys.keyOf(person)) {
      case Holding.Present(var key) -> {
        if (remembered.size() >= REMEMBERED) {
          remembered.clear();
        }
        remembered.put(person, key);
        yield key;
      }
      case Holding.Destroyed() ->
          throw new IllegalStateException("nothing can be kept about a person who was erased");
    };
  }
}
