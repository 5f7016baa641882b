package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A ring kept in a file of the data folder, made at the first start: when the database knows of no
/// keys yet. A ring that was lost is not made anew, for it would open nothing.
@Singleton
@Requires(missingProperty = "sallyport.keys.server")
final class FileKeyRing implements HeldRing {
  private static final String REMEDY = "let its owner run Sallyport, in a folder it can write";

  private final Path folder;
  private final RingFile file;
  private final Randomness randomness;
  private final InstantSource clock;
  private final KeyChecks checks;
  private final ReentrantLock working = new ReentrantLock();
  private volatile @Nullable Ring ring;
  private @Nullable RingGuard guard;

  FileKeyRing(
      KeyRingSettings settings, Randomness randomness, InstantSource clock, KeyChecks checks) {
    this.folder = settings.folder();
    this.file = new RingFile(folder);
    this.randomness = randomness;
    this.clock = clock;
    this.checks = checks;
  }

  @Override
  public Ring ring() {
    Ring known = ring;
    if (known != null) {
      return known;
    }
    return switch (state()) {
      case State.Usable(_) -> Objects.requireNonNull(ring);
      case State.Unusable(String what, _) -> throw new IllegalStateException(what);
    };
  }

  @Override
  public State state() {
    working.lock();
    try {
      return new State.Usable(opened().keys());
    } catch (BadRing e) {
      return new State.Unusable(e.what(), e.remedy());
    } catch (IOException e) {
      return new State.Unusable(failed(e), REMEDY);
    } finally {
      working.unlock();
    }
  }

  @Override
  public Addition add(Set<KeyUse> uses) {
    working.lock();
    try {
      Ring before = opened();
      if (!Objects.requireNonNull(guard).own()) {
        return new Addition.InUse();
      }
      Ring after = grown(before, uses);
      file.replaceBy(after);
      ring = after;
      List<RingKey> old = before.keys();
      return new Addition.Added(after.keys().stream().filter(key -> isNew(key, old)).toList());
    } catch (BadRing e) {
      return new Addition.Failed(e.what(), e.remedy());
    } catch (IOException e) {
      return new Addition.Failed(failed(e), REMEDY);
    } finally {
      working.unlock();
    }
  }

  @PreDestroy
  void close() throws IOException {
    RingGuard open = guard;
    if (open != null) {
      open.close();
    }
  }

  private Ring opened() throws IOException {
    Ring known = ring;
    if (known != null) {
      return known;
    }
    share();
    refuseIfLost();
    Ring read = file.read(randomness, now());
    ring = read;
    return read;
  }

  private void share() throws IOException {
    if (guard == null) {
      guard = new RingGuard(folder);
    }
    if (!guard.share()) {
      throw new BadRing(
          "the keys in `%s` are being rotated".formatted(file), "start again when that is done");
    }
  }

  private void refuseIfLost() {
    if (file.isMissing()) {
      List<KeyCheck> known = checks.settle(List.of());
      // whoever made a ring meanwhile did so before the database knew of it
      if (!known.isEmpty() && file.isMissing()) {
        throw new BadRing(
            "the database was used with keys that are not here (%s)".formatted(listed(known)),
            "restore `keyring` from a backup, or name the folder that holds it");
      }
    }
  }

  private static String listed(List<KeyCheck> checks) {
    return checks.stream().map(check -> check.id().value()).collect(Collectors.joining(", "));
  }

  private Ring grown(Ring before, Set<KeyUse> uses) {
    Ring after = before;
    if (uses.contains(KeyUse.SERVER)) {
      after =
          after.with(
              new Dated<>(new ServerKey(randomness.bytes(ServerKey.BYTES)), Optional.of(now())));
    }
    if (uses.contains(KeyUse.SIGNING)) {
      after =
          after.withSigning(
              new Dated<>(new SigningKey(randomness.bytes(SigningKey.BYTES)), Optional.of(now())));
    }
    return after;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean isNew(RingKey key, List<RingKey> old) {
    return old.stream().noneMatch(it -> it.id().equals(key.id()));
  }

  private String failed(IOException e) {
    return "the key file `%s` cannot be used (%s)"
        .formatted(file, e.getClass().getSimpleName().replace("Exception", ""));
  }
}
