package dev.sallyport.adapters.out.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Opening;
import dev.sallyport.application.port.out.Vault.Rewrapping;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.application.port.out.VaultContract;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.Obstacle;
import dev.sallyport.domain.vault.Sealed;
import dev.sallyport.domain.vault.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With AES-GCM,")
class AesVaultTest extends VaultContract {
  private final Randomness randomness = Rings.randomness();
  private final AesVault vault = new AesVault(Rings.given(1), randomness);

  @Override
  protected Vault vault() {
    return vault;
  }

  @Test
  void a_key_of_another_server_key_stays_locked_and_says_so() {
    WrappedKey key = vault.newKey(TOKEN, CONTEXT);

    assertThat(new AesVault(Rings.given(2), randomness).unlock(key, TOKEN, CONTEXT))
        .isEqualTo(new Unlocking.StaysLocked(Obstacle.UNKNOWN_KEY));
  }

  @Test
  void an_older_server_key_opens_what_it_wrapped_and_the_current_one_wraps_it_anew() {
    WrappedKey key = vault.newKey(SERVER, CONTEXT);
    var rotated = new AesVault(Rings.given(2, 1), randomness);

    assertThat(rotated.unlock(key, SERVER, CONTEXT)).isInstanceOf(Unlocking.Unlocked.class);
    assertThat(rotated.rewrap(key, SERVER, SERVER, CONTEXT))
        .isInstanceOfSatisfying(
            Rewrapping.Rewrapped.class,
            it ->
                assertThat(it.key().serverKey())
                    .isEqualTo(rotated.serverKey())
                    .isNotEqualTo(key.serverKey()));
  }

  @Test
  void a_wrapped_key_says_what_keeps_it_locked() {
    WrappedKey key = vault.newKey(TOKEN, CONTEXT);

    assertThat(vault.unlock(key, SERVER, CONTEXT))
        .isEqualTo(new Unlocking.StaysLocked(Obstacle.WRONG_LOCK));
    assertThat(vault.unlock(key, OTHER_TOKEN, CONTEXT))
        .isEqualTo(new Unlocking.StaysLocked(Obstacle.NOT_AUTHENTIC));
    assertThat(vault.unlock(changed(key, 0), TOKEN, CONTEXT))
        .isEqualTo(new Unlocking.StaysLocked(Obstacle.UNKNOWN_VERSION));
  }

  @Test
  void an_envelope_says_what_keeps_it_closed() {
    OpenKey key = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);
    OpenKey other = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);
    Sealed sealed = key.seal(CONTEXT, PLAIN);
    List<Bytes> changed = tampered(sealed.envelope()).toList();

    assertThat(other.open(CONTEXT, sealed)).isEqualTo(new Opening.NotOpened(Obstacle.WRONG_KEY));
    assertThat(key.open(CONTEXT, new Sealed(changed.getFirst())))
        .isEqualTo(new Opening.NotOpened(Obstacle.UNKNOWN_VERSION));
    assertThat(key.open(CONTEXT, new Sealed(changed.getLast())))
        .isEqualTo(new Opening.NotOpened(Obstacle.NOT_AUTHENTIC));
  }

  @Test
  void the_lock_cannot_be_talked_down_to_the_server_key_alone() {
    byte[] envelope = vault.newKey(TOKEN, CONTEXT).envelope().toArray();
    envelope[1] = vault.newKey(SERVER, CONTEXT).envelope().toArray()[1];

    assertThat(vault.unlock(WrappedKey.of(envelope), SERVER, CONTEXT))
        .isEqualTo(new Unlocking.StaysLocked(Obstacle.NOT_AUTHENTIC));
  }

  @Test
  void a_stolen_database_and_key_ring_open_nothing_that_a_token_locks(@TempDir Path folder)
      throws Exception {
    FileKeyRing ring = Rings.file(folder);
    WrappedKey wrapped = new AesVault(ring, randomness).newKey(TOKEN, CONTEXT);
    Files.copy(folder.resolve("keyring"), folder.resolve("stolen"));
    Ring stolen = RingText.read(Files.readString(folder.resolve("stolen"))).orElseThrow();

    assertThat(keysOf(stolen))
        .allSatisfy(key ->
            assertThat(
                    new Envelope("wrapped data key", key, CONTEXT)
                        .open(wrapped.envelope().toArray(), 10))
                .isEmpty());
    assertThat(new AesVault(ring, randomness).unlock(wrapped, TOKEN, CONTEXT))
        .isInstanceOf(Unlocking.Unlocked.class);
  }

  @Test
  void a_token_without_the_key_ring_opens_nothing() {
    byte[] wrapped = vault.newKey(TOKEN, CONTEXT).envelope().toArray();
    byte[] token = "canary-token-1".getBytes(StandardCharsets.UTF_8);

    assertThat(new Envelope("wrapped data key", token, CONTEXT).open(wrapped, 10)).isEmpty();
    assertThat(
            new AesVault(Rings.given(2), randomness).unlock(WrappedKey.of(wrapped), TOKEN, CONTEXT))
        .isInstanceOf(Unlocking.StaysLocked.class);
  }

  @Test
  void nothing_of_what_is_sealed_shows_in_any_envelope() {
    OpenKey key = unlocked(vault.newKey(TOKEN, CONTEXT), TOKEN);

    assertThat(Rings.hex(key.seal(CONTEXT, PLAIN).envelope().toArray()))
        .doesNotContain(Rings.hex(PLAIN));
  }

  @Test
  void keys_in_use_are_remembered_but_never_more_than_so_many() {
    var recent = new RecentKeys(3);
    IntStream.range(0, 10)
        .forEach(_ ->
            recent.keep(
                vault.newKey(SERVER, CONTEXT),
                CONTEXT,
                new DataKey(new byte[DataKey.BYTES], randomness)));

    assertThat(recent.size()).isEqualTo(3);
  }

  @Test
  void a_server_sealed_key_that_is_in_use_is_opened_once() {
    WrappedKey key = vault.newKey(SERVER, CONTEXT);

    assertThat(unlocked(key, SERVER)).isSameAs(unlocked(key, SERVER));
  }

  @Test
  void a_key_that_needs_a_token_is_opened_each_time() {
    WrappedKey key = vault.newKey(TOKEN, CONTEXT);

    assertThat(unlocked(key, TOKEN)).isNotSameAs(unlocked(key, TOKEN));
  }

  @Test
  void no_key_prints_more_than_its_id() {
    var server = new ServerKey(new byte[ServerKey.BYTES]);
    var signing = new SigningKey(new byte[SigningKey.BYTES]);
    Lock lock = new Lock.TokenAndServer(Secret.of("canary"));

    assertThat(Stream.of(server, signing, unlocked(vault.newKey(SERVER, CONTEXT), SERVER), lock))
        .extracting(Object::toString)
        .allSatisfy(text ->
            assertThat(text)
                .matches("(server|signing|data) key [0-9a-f]{16}|TokenAndServer.*secret.*"));
  }

  private static List<byte[]> keysOf(Ring ring) {
    return Stream.concat(
            ring.server().stream().map(it -> it.key().reveal()),
            ring.signing().stream().map(it -> it.key().reveal()))
        .toList();
  }

  private static WrappedKey changed(WrappedKey key, int at) {
    return new WrappedKey(tampered(key.envelope()).toList().get(at));
  }
}
