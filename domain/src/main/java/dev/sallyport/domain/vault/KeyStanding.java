package dev.sallyport.domain.vault;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether the key ring at hand can open what the database holds. All but [Sound] stops a start.
public sealed interface KeyStanding {
  /// Every key that was ever used is there and is the one it was.
  record Sound(List<RingKey> keys) implements KeyStanding {
    public Sound {
      keys = List.copyOf(keys);
    }
  }

  /// The ring itself cannot be used; both texts are for the operator and hold nothing secret.
  record Unusable(String what, String remedy) implements KeyStanding {
    public Unusable {
      Objects.requireNonNull(what);
      Objects.requireNonNull(remedy);
    }
  }

  /// The database was used with keys that the ring does not hold.
  record Lacking(List<KeyId> unknown) implements KeyStanding {
    public Lacking {
      unknown = List.copyOf(unknown);
    }
  }

  /// Keys of these ids are not those the database was used with.
  record Differing(List<KeyId> different) implements KeyStanding {
    public Differing {
      different = List.copyOf(different);
    }
  }

  /// Judges a ring by the checks that the database keeps.
  static KeyStanding of(List<RingKey> ring, List<KeyCheck> stored) {
    Map<KeyId, KeyCheck> held =
        ring.stream().map(RingKey::check).collect(Collectors.toMap(KeyCheck::id, it -> it));
    List<KeyId> unknown = idsWhere(stored, check -> !held.containsKey(check.id()));
    if (!unknown.isEmpty()) {
      return new Lacking(unknown);
    }
    List<KeyId> different = idsWhere(stored, check -> !check.equals(held.get(check.id())));
    return different.isEmpty() ? new Sound(ring) : new Differing(different);
  }

  private static List<KeyId> idsWhere(List<KeyCheck> stored, Predicate<KeyCheck> fault) {
    return stored.stream().filter(fault).map(KeyCheck::id).toList();
  }
}
