package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemoryKeyChecks;
import dev.sallyport.application.fake.InMemoryKeyRing;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.port.in.RotateKeys;
import dev.sallyport.application.port.in.RotateKeys.Rotation;
import dev.sallyport.application.port.out.KeyRing.Addition;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.KeyStanding;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A rotation of the keys")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RotateKeysServiceTest {
  private static final Set<KeyUse> SERVER = Set.of(KeyUse.SERVER);

  private final InMemoryKeyRing ring = new InMemoryKeyRing();
  private final InMemoryKeyChecks checks = new InMemoryKeyChecks();
  private final CheckKeysService check = new CheckKeysService(ring, checks);
  private final InMemoryVault vault = new InMemoryVault();
  private final InMemoryPersonKeys people = new InMemoryPersonKeys(vault);
  private final RotateKeys rotate = new RotateKeysService(check, ring, people);
  private final List<Integer> progress = new ArrayList<>();

  @Test
  void adds_a_key_of_each_use_that_the_database_then_knows() {
    assertThat(rotate.rotate(EnumSet.allOf(KeyUse.class), progress::add))
        .isInstanceOfSatisfying(
            Rotation.Rotated.class,
            rotated ->
                assertThat(rotated.added())
                    .extracting(RingKey::use)
                    .containsExactlyInAnyOrder(KeyUse.values()));
    assertThat(new CheckKeysService(new InMemoryKeyRing(), checks).check())
        .isInstanceOfSatisfying(
            KeyStanding.Lacking.class, lacking -> assertThat(lacking.unknown()).hasSize(4));
  }

  @Test
  void wraps_every_persons_key_anew_and_tells_how_far_it_is() {
    IntStream.range(0, 250).forEach(n -> people.keyOf(new PersonId("%032x".formatted(n))));
    vault.rotates();

    assertThat(rotate.rewrap(progress::add))
        .isEqualTo(new Rotation.Rotated(List.of(), 250, List.of()));
    assertThat(progress).containsExactly(100, 200, 250, 250);
  }

  @Test
  void names_everybody_whose_key_could_not_be_opened_and_goes_on_with_the_others() {
    IntStream.range(0, 250).forEach(n -> people.keyOf(new PersonId("%032x".formatted(n))));
    List<PersonId> lost =
        IntStream.of(7, 107, 207).mapToObj(n -> new PersonId("%032x".formatted(n))).toList();
    lost.forEach(person -> vault.loses(((Holding.Present) people.keyOf(person)).key()));
    vault.rotates();

    assertThat(rotate.rewrap(progress::add)).isEqualTo(new Rotation.Rotated(List.of(), 247, lost));
  }

  @Test
  void changes_nothing_in_a_house_whose_ring_is_not_the_one() {
    check.check();
    var stranger = new InMemoryKeyRing();
    var there = new CheckKeysService(stranger, checks);

    assertThat(new RotateKeysService(there, stranger, people).rotate(SERVER, progress::add))
        .isEqualTo(new Rotation.NotSound(there.check()));
    assertThat(progress).isEmpty();
  }

  @Test
  void is_refused_while_another_process_works_with_the_ring() {
    ring.refuses(new Addition.InUse());

    assertThat(rotate.rotate(SERVER, progress::add)).isEqualTo(new Rotation.InUse());
  }

  @Test
  void is_refused_where_the_keys_are_settings() {
    ring.refuses(new Addition.Given());

    assertThat(rotate.rotate(SERVER, progress::add)).isEqualTo(new Rotation.Given());
  }

  @Test
  void says_why_the_ring_could_not_be_written() {
    ring.refuses(new Addition.Failed("no room", "make some"));

    assertThat(rotate.rotate(SERVER, progress::add))
        .isEqualTo(new Rotation.NotSound(new KeyStanding.Unusable("no room", "make some")));
  }
}
