package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All keys there are, oldest first; the last of each use is current.
record Ring(List<Dated<ServerKey>> server, List<Dated<SigningKey>> signing) {
  Ring {
    server = List.copyOf(server);
    signing = List.copyOf(signing);
    if (server.isEmpty() || signing.isEmpty()) {
      throw new IllegalArgumentException("a ring holds a key of each use");
    }
  }

  ServerKey currentServer() {
    return server.getLast().key();
  }

  SigningKey currentSigning() {
    return signing.getLast().key();
  }

  Optional<ServerKey> server(KeyId id) {
    return server.stream().map(Dated::key).filter(key -> key.id().equals(id)).findFirst();
  }

  Ring with(Dated<ServerKey> key) {
    return new Ring(appended(server, key), signing);
  }

  Ring withSigning(Dated<SigningKey> key) {
    return new Ring(server, appended(signing, key));
  }

  /// The keys without the keys.
  List<RingKey> keys() {
    return Stream.concat(
            told(KeyUse.SERVER, server, ServerKey::check),
            told(KeyUse.SIGNING, signing, SigningKey::check))
        .toList();
  }

  private static <K> Stream<RingKey> told(
      KeyUse use, List<Dated<K>> keys, Function<K, KeyCheck> checkOf) {
    int last = keys.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(i ->
            new RingKey(use, keys.get(i).madeAt(), i == last, checkOf.apply(keys.get(i).key())));
  }

  private static <T> List<T> appended(List<T> list, T last) {
    List<T> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }
}
