package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.bearer.Knocks;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Seals under the person's key, so that every instance can open it and an erasure ends it.
public final class SealStateService implements SealState {
  private static final char SEPARATOR = '\n';

  /// The person's key is looked up for each, whoever made it up.
  private static final int REFUSED_PER_MINUTE = 120;

  /// Longer than anything that a tool wants to be told again.
  private static final int LONGEST = 65_536;

  private final PersonKeys keys;
  private final Vault vault;
  private final InstantSource clock;
  private final Knocks refused;

  public SealStateService(PersonKeys keys, Vault vault, InstantSource clock) {
    this.keys = keys;
    this.vault = vault;
    this.clock = clock;
    this.refused = new Knocks(REFUSED_PER_MINUTE, clock);
  }

  @Override
  public String seal(Caller caller, String binding, String state, Duration lasting) {
    String text = clock.instant().plus(lasting).getEpochSecond() + "" + SEPARATOR + state;
    Sealed sealed =
        keyOf(caller)
            .orElseThrow(() -> new IllegalStateException("nobody is left to seal for"))
            .seal(context(caller, binding), text.getBytes(StandardCharsets.UTF_8));
    String carried =
        Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.envelope().toArray());
    if (carried.length() > LONGEST) {
      throw new IllegalStateException("nobody carries so much");
    }
    return carried;
  }

  @Override
  public Opening open(Caller caller, String binding, String sealed) {
    String whose = caller.grant().value();
    Optional<Duration> wait = refused.count(whose);
    if (wait.isPresent()) {
      return new Opening.TooMany(wait.get());
    }
    boolean counts = false;
    try {
      Opening opening = looked(caller, binding, sealed);
      counts = !(opening instanceof Opening.Opened);
      return opening;
    } finally {
      if (!counts) {
        refused.forgive(whose);
      }
    }
  }

  private Opening looked(Caller caller, String binding, String sealed) {
    return decoded(sealed)
        .flatMap(it -> keyOf(caller).flatMap(key -> opened(key, context(caller, binding), it)))
        .map(this::inTime)
        .orElse(new Opening.Foreign());
  }

  private static SealContext context(Caller caller, String binding) {
    return SealContext.of(
        "carried-state",
        caller.scope().organization(),
        caller.grant().value() + SEPARATOR + caller.client().value() + SEPARATOR + binding);
  }

  private static Optional<Sealed> decoded(String sealed) {
    if (sealed.isEmpty() || sealed.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Sealed.of(Base64.getUrlDecoder().decode(sealed)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> opened(OpenKey key, SealContext context, Sealed sealed) {
    return key.open(context, sealed) instanceof Vault.Opening.Opened(var plain)
        ? Optional.of(new String(plain.toArray(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private Opening inTime(String text) {
    int end = text.indexOf(SEPARATOR);
    Instant until = instant(text.substring(0, end));
    return clock.instant().isBefore(until)
        ? new Opening.Opened(text.substring(end + 1))
        : new Opening.Expired();
  }

  private static Instant instant(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (DateTimeException e) {
      throw new IllegalStateException("what was sealed here says until when", e);
    }
  }

  private Optional<OpenKey> keyOf(Caller caller) {
    return keys.keyOf(caller.person()) instanceof Holding.Present(var wrapped)
            && vault.unlock(wrapped, new Lock.ServerSealed(), SealContext.ofKey(caller.person()))
                instanceof Unlocking.Unlocked(OpenKey key)
        ? Optional.of(key)
        : Optional.empty();
  }
}
