package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.CheckKeys;
import dev.sallyport.application.port.in.RotateKeys;
import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.application.port.out.KeyRing.Addition;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Batch;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.KeyStanding;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds keys, makes the database know them, and then moves what is wrapped over, in small steps
/// that can be interrupted and gone on with.
public final class RotateKeysService implements RotateKeys {
  private static final int BATCH = 100;

  private final CheckKeys check;
  private final KeyRing ring;
  private final PersonKeys people;

  public RotateKeysService(CheckKeys check, KeyRing ring, PersonKeys people) {
    this.check = check;
    this.ring = ring;
    this.people = people;
  }

  @Override
  public Rotation rotate(Set<KeyUse> uses, Progress progress) {
    KeyStanding standing = check.check();
    if (!(standing instanceof KeyStanding.Sound)) {
      return new Rotation.NotSound(standing);
    }
    return switch (ring.add(uses)) {
      case Addition.Added(var keys) -> rewrapped(keys, progress);
      case Addition.Given() -> new Rotation.Given();
      case Addition.InUse() -> new Rotation.InUse();
      case Addition.Failed(String what, String remedy) ->
          new Rotation.NotSound(new KeyStanding.Unusable(what, remedy));
    };
  }

  @Override
  public Rotation rewrap(Progress progress) {
    return rewrapped(List.of(), progress);
  }

  private Rotation rewrapped(List<RingKey> added, Progress progress) {
    // the database has to know a key before anything is wrapped under it
    KeyStanding standing = check.check();
    if (!(standing instanceof KeyStanding.Sound)) {
      return new Rotation.NotSound(standing);
    }
    int rewrapped = 0;
    List<PersonId> stuck = new ArrayList<>();
    @Nullable PersonId after = null;
    do {
      Batch batch = people.rewrap(after, BATCH);
      rewrapped += batch.rewrapped();
      stuck.addAll(batch.stuck());
      after = batch.last().orElse(null);
      progress.reached(rewrapped);
    } while (after != null);
    return new Rotation.Rotated(added, rewrapped, stuck);
  }
}
