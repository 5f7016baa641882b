package dev.sallyport.application.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.application.fake.InMemoryChanges;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept of people")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonsTest {
  private final InMemoryChanges changes = new InMemoryChanges();
  private final InMemoryVault vault = new InMemoryVault();
  private final InMemoryPersonKeys keys = new InMemoryPersonKeys(vault);
  private final Persons here = new Persons(keys, vault, changes);
  private final Persons elsewhere = new Persons(keys, vault, changes);
  private final PersonId anna = Fresh.person();
  private final OrganizationId organization = Fresh.organization();
  private final SealContext context = PersonalPart.CLAIM_ANSWER.of(organization, "claim");
  private Sealed sealed;

  @BeforeEach
  void keep() {
    sealed = here.seal(anna, context, "kept");
  }

  @Test
  void opens_wherever_the_key_is_known() {
    assertThat(here.open(anna, context, sealed)).contains("kept");
    assertThat(elsewhere.open(anna, context, sealed)).contains("kept");
  }

  @Test
  void does_not_open_any_more_once_an_erasure_was_heard_of() {
    elsewhere.open(anna, context, sealed);
    erase();

    assertThat(here.open(anna, context, sealed)).isEmpty();
    assertThat(elsewhere.open(anna, context, sealed)).isEmpty();
  }

  @Test
  void is_not_sealed_any_more_either() {
    erase();

    assertThat(here.sealUnlessErased(anna, context, "more")).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> here.seal(anna, context, "more"))
        .withMessageContaining("erased");
    assertThatIllegalStateException().isThrownBy(() -> here.pseudonym(anna, context, "name"));
  }

  @Test
  void of_others_goes_on_to_open() {
    PersonId ben = Fresh.person();
    Sealed ofBen = here.seal(ben, context, "his");
    erase();

    assertThat(elsewhere.open(ben, context, ofBen)).contains("his");
  }

  private void erase() {
    keys.destroy(anna);
    changes.announceToAll(Subject.ENTITLEMENTS);
  }
}
