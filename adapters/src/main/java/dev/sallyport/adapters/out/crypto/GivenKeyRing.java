package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.KeyUse;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A ring of keys that are settings. Each server key brings its signing key with it, so that one
/// setting is enough and every instance has the same keys.
@Singleton
@Requires(property = "sallyport.keys.server")
final class GivenKeyRing implements HeldRing {
  private final Ring ring;

  GivenKeyRing(KeyRingSettings settings) {
    List<ServerKey> keys = new ArrayList<>(keys(settings.others()));
    ServerKey current = keys(settings.server()).getLast();
    // whoever lists the current key among the others means the same
    keys.removeIf(key -> key.id().equals(current.id()));
    keys.add(current);
    ring =
        new Ring(
            keys.stream().map(GivenKeyRing::undated).toList(),
            keys.stream().map(key -> undated(new SigningKey(key.signingSeed()))).toList());
  }

  @Override
  public Ring ring() {
    return ring;
  }

  @Override
  public State state() {
    return new State.Usable(ring.keys());
  }

  @Override
  public Addition add(Set<KeyUse> uses) {
    return new Addition.Given();
  }

  private static List<ServerKey> keys(@Nullable Secret keys) {
    return keys == null
        ? List.of()
        : Arrays.stream(keys.reveal().split(",", -1))
            .map(key -> new ServerKey(Base64.getDecoder().decode(key.strip())))
            .toList();
  }

  private static <K> Dated<K> undated(K key) {
    return new Dated<>(key, Optional.empty());
  }
}
