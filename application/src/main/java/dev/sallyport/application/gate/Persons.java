package dev.sallyport.application.gate;

import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Opening;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.id.OrganizationId;
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
///
/// A key is remembered for as long as nobody announced a change of who may do what: an erasure is
/// one, and must end sealing and opening in every process. So that none is remembered that was
/// never stored, the first to be sealed or opened of a person must not be within a unit of work.
final class Persons {
  private static final int REMEMBERED = 10_000;
  private static final Lock LOCK = new Lock.ServerSealed();

  private final PersonKeys keys;
  private final Vault vault;
  private final Changes changes;
  private final Map<PersonId, Remembered> remembered = new ConcurrentHashMap<>();

  Persons(PersonKeys keys, Vault vault, Changes changes) {
    this.keys = keys;
    this.vault = vault;
    this.changes = changes;
  }

  Sealed seal(PersonId person, SealContext context, String text) {
    return sealUnlessErased(person, context, text).orElseThrow(Persons::erased);
  }

  /// For what ends after the person was erased: it ends without a text.
  Optional<Sealed> sealUnlessErased(PersonId person, SealContext context, String text) {
    return key(person, context)
        .map(key -> key.seal(context, text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Empty if it cannot be opened: whoever was erased is not read any more.
  Optional<String> open(PersonId person, SealContext context, Sealed sealed) {
    return key(person, context).flatMap(key -> opened(key.open(context, sealed)));
  }

  Pseudonym pseudonym(PersonId person, SealContext context, String text) {
    return key(person, context).orElseThrow(Persons::erased).pseudonym(context, text);
  }

  /// A hash that nobody can try guesses against who has the database alone.
  String keyed(Call<?, ?> call, String what, String text) {
    SealContext context =
        SealContext.of(what, call.scope().organization(), call.caller().grant().value());
    return pseudonym(call.caller().person(), context, text).hex();
  }

  private static Optional<String> opened(Opening opening) {
    return switch (opening) {
      case Opening.Opened(var plain) ->
          Optional.of(new String(plain.toArray(), StandardCharsets.UTF_8));
      case Opening.NotOpened _ -> Optional.empty();
    };
  }

  private Optional<OpenKey> key(PersonId person, SealContext context) {
    return wrapped(person, context.organization().orElseThrow()).map(key -> unlocked(person, key));
  }

  private OpenKey unlocked(PersonId person, WrappedKey wrapped) {
    return switch (vault.unlock(wrapped, LOCK, SealContext.ofKey(person))) {
      case Unlocking.Unlocked(var key) -> key;
      case Unlocking.StaysLocked(var because) ->
          throw new IllegalStateException("a person's key does not open: " + because);
    };
  }

  private Optional<WrappedKey> wrapped(PersonId person, OrganizationId organization) {
    long stamp = changes.stamp(organization, Subject.ENTITLEMENTS);
    Remembered known = remembered.get(person);
    return known != null && known.stamp() == stamp && known.organization().equals(organization)
        ? Optional.of(known.key())
        : load(person, organization, stamp);
  }

  private Optional<WrappedKey> load(PersonId person, OrganizationId organization, long stamp) {
    return switch (keys.keyOf(person)) {
      case Holding.Present(var key) -> {
        if (remembered.size() >= REMEMBERED) {
          remembered.clear();
        }
        remembered.put(person, new Remembered(key, organization, stamp));
        yield Optional.of(key);
      }
      case Holding.Destroyed() -> {
        remembered.remove(person);
        yield Optional.empty();
      }
    };
  }

  private static IllegalStateException erased() {
    return new IllegalStateException("nothing can be kept about a person who was erased");
  }

  private record Remembered(WrappedKey key, OrganizationId organization, long stamp) {}
}
