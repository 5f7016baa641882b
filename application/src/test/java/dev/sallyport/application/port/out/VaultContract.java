package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Opening;
import dev.sallyport.application.port.out.Vault.Rewrapping;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import dev.sallyport.domain.vault.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every implementation of [Vault] must do. That nobody can break its ciphers is for review.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class VaultContract {
  protected static final OrganizationId HERE =
      new OrganizationId("0000000000000000000000000000000a");
  protected static final SealContext CONTEXT = SealContext.of("credential", HERE, "row-1");
  protected static final Lock SERVER = new Lock.ServerSealed();
  protected static final Lock TOKEN = new Lock.TokenAndServer(Secret.of("canary-token-1"));
  protected static final Lock OTHER_TOKEN = new Lock.TokenAndServer(Secret.of("canary-token-2"));
  protected static final byte[] PLAIN = "canary-plain".getBytes(StandardCharsets.UTF_8);

  private Vault vault;

  protected abstract Vault vault();

  @BeforeEach
  void aVault() {
    vault = vault();
  }

  static Stream<Lock> locks() {
    return Stream.of(SERVER, TOKEN);
  }

  static Stream<Lock> wrongLocks() {
    return Stream.of(SERVER, OTHER_TOKEN, new Lock.TokenAndServer(Secret.of("")));
  }

  static Stream<SealContext> otherContexts() {
    return Stream.of(
        SealContext.of("cursor", HERE, "row-1"),
        SealContext.of("credential", HERE, "row-2"),
        SealContext.of(
            "credential", new OrganizationId("0000000000000000000000000000000b"), "row-1"),
        SealContext.of("credential", new PersonId(HERE.value())));
  }

  @ParameterizedTest
  @MethodSource("locks")
  void what_was_sealed_is_opened_with_its_key_lock_and_context(Lock lock) {
    WrappedKey key = vault.newKey(lock, CONTEXT);
    Sealed sealed = unlocked(key, lock).seal(CONTEXT, PLAIN);

    assertThat(unlocked(key, lock).open(CONTEXT, sealed))
        .isEqualTo(new Opening.Opened(Bytes.of(PLAIN)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 100_000})
  void any_number_of_bytes_can_be_sealed(int size) {
    OpenKey key = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);

    assertThat(key.open(CONTEXT, key.seal(CONTEXT, new byte[size])))
        .isEqualTo(new Opening.Opened(Bytes.of(new byte[size])));
  }

  @Test
  void no_two_keys_or_envelopes_are_alike() {
    OpenKey key = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);
    Set<Object> made = new HashSet<>();
    IntStream.range(0, 100)
        .forEach(_ -> {
          made.add(key.seal(CONTEXT, PLAIN));
          made.add(vault.newKey(SERVER, CONTEXT));
        });

    assertThat(made).hasSize(200);
  }

  @ParameterizedTest
  @MethodSource("wrongLocks")
  void a_key_locked_by_a_token_stays_locked_to_everything_else(Lock wrong) {
    WrappedKey key = vault.newKey(TOKEN, CONTEXT);

    assertThat(vault.unlock(key, wrong, CONTEXT)).isInstanceOf(Unlocking.StaysLocked.class);
    assertThat(vault.rewrap(key, wrong, SERVER, CONTEXT))
        .isInstanceOf(Rewrapping.NotRewrapped.class);
  }

  @Test
  void a_server_sealed_key_stays_locked_to_tokens() {
    WrappedKey key = vault.newKey(SERVER, CONTEXT);

    assertThat(vault.unlock(key, TOKEN, CONTEXT)).isInstanceOf(Unlocking.StaysLocked.class);
  }

  @ParameterizedTest
  @MethodSource("otherContexts")
  void nothing_opens_after_it_was_moved_to(SealContext other) {
    WrappedKey wrapped = vault.newKey(SERVER, CONTEXT);
    OpenKey key = unlocked(wrapped, SERVER);

    assertThat(vault.unlock(wrapped, SERVER, other)).isInstanceOf(Unlocking.StaysLocked.class);
    assertThat(key.open(other, key.seal(CONTEXT, PLAIN))).isInstanceOf(Opening.NotOpened.class);
  }

  @Test
  void nothing_opens_under_another_key() {
    OpenKey key = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);
    OpenKey other = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);

    assertThat(other.open(CONTEXT, key.seal(CONTEXT, PLAIN))).isInstanceOf(Opening.NotOpened.class);
  }

  @ParameterizedTest
  @MethodSource("locks")
  void a_wrapped_key_with_any_byte_changed_stays_locked(Lock lock) {
    WrappedKey key = vault.newKey(lock, CONTEXT);

    assertThat(tampered(key.envelope()))
        .allSatisfy(envelope ->
            assertThat(vault.unlock(new WrappedKey(envelope), lock, CONTEXT))
                .isInstanceOf(Unlocking.StaysLocked.class));
  }

  @Test
  void an_envelope_with_any_byte_changed_does_not_open() {
    OpenKey key = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);

    assertThat(tampered(key.seal(CONTEXT, PLAIN).envelope()))
        .allSatisfy(envelope ->
            assertThat(key.open(CONTEXT, new Sealed(envelope)))
                .isInstanceOf(Opening.NotOpened.class));
  }

  @Test
  void an_envelope_cut_short_anywhere_does_not_open() {
    OpenKey key = unlocked(vault.newKey(SERVER, CONTEXT), SERVER);
    Bytes whole = key.seal(CONTEXT, PLAIN).envelope();

    assertThat(IntStream.range(0, whole.size()).mapToObj(end -> whole.slice(0, end)))
        .allSatisfy(envelope ->
            assertThat(key.open(CONTEXT, new Sealed(envelope)))
                .isInstanceOf(Opening.NotOpened.class));
  }

  @Test
  void a_key_under_a_second_lock_is_the_same_key_and_the_first_stays_good() {
    WrappedKey first = vault.newKey(TOKEN, CONTEXT);
    Sealed sealed = unlocked(first, TOKEN).seal(CONTEXT, PLAIN);
    WrappedKey second = rewrapped(first, TOKEN, OTHER_TOKEN);

    assertThat(unlocked(second, OTHER_TOKEN).open(CONTEXT, sealed))
        .isEqualTo(unlocked(first, TOKEN).open(CONTEXT, sealed))
        .isEqualTo(new Opening.Opened(Bytes.of(PLAIN)));
    assertThat(vault.unlock(second, TOKEN, CONTEXT)).isInstanceOf(Unlocking.StaysLocked.class);
  }

  @Test
  void keys_are_wrapped_by_the_current_server_key() {
    assertThat(vault.newKey(TOKEN, CONTEXT).serverKey()).isEqualTo(vault.serverKey());
  }

  @Test
  void a_text_has_one_pseudonym_for_each_key_and_context() {
    WrappedKey wrapped = vault.newKey(SERVER, CONTEXT);
    Pseudonym pseudonym = unlocked(wrapped, SERVER).pseudonym(CONTEXT, "a@example.org");

    assertThat(unlocked(wrapped, SERVER).pseudonym(CONTEXT, "a@example.org")).isEqualTo(pseudonym);
    assertThat(
            List.of(
                unlocked(wrapped, SERVER).pseudonym(CONTEXT, "b@example.org"),
                unlocked(wrapped, SERVER)
                    .pseudonym(SealContext.of("credential", HERE, "row-2"), "a@example.org"),
                unlocked(vault.newKey(SERVER, CONTEXT), SERVER)
                    .pseudonym(CONTEXT, "a@example.org")))
        .doesNotContain(pseudonym);
  }

  @Test
  void nothing_it_hands_out_prints_what_it_holds() {
    WrappedKey wrapped = vault.newKey(TOKEN, CONTEXT);
    OpenKey key = unlocked(wrapped, TOKEN);
    Sealed sealed = key.seal(CONTEXT, PLAIN);

    assertThat(List.of(wrapped, key, sealed, TOKEN, key.open(CONTEXT, sealed), vault).toString())
        .doesNotContain("canary");
  }

  protected final OpenKey unlocked(WrappedKey key, Lock lock) {
    return assertThat(vault.unlock(key, lock, CONTEXT))
        .asInstanceOf(InstanceOfAssertFactories.type(Unlocking.Unlocked.class))
        .actual()
        .key();
  }

  private WrappedKey rewrapped(WrappedKey key, Lock from, Lock to) {
    return assertThat(vault.rewrap(key, from, to, CONTEXT))
        .asInstanceOf(InstanceOfAssertFactories.type(Rewrapping.Rewrapped.class))
        .actual()
        .key();
  }

  protected static Stream<Bytes> tampered(Bytes envelope) {
    return IntStream.range(0, envelope.size())
        .mapToObj(at -> {
          byte[] bytes = envelope.toArray();
          bytes[at] ^= 1;
          return Bytes.of(bytes);
        });
  }
}
