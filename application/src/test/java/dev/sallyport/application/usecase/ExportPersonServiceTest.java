package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemoryGrants;
import dev.sallyport.application.fake.InMemoryMemberships;
import dev.sallyport.application.fake.InMemoryOrganizations;
import dev.sallyport.application.fake.InMemoryPeople;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemoryTraces;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.port.in.ExportPerson.Outcome;
import dev.sallyport.application.port.in.ExportPerson.Piece;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Traces.Part;
import dev.sallyport.application.port.out.Traces.Trace;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.claim.KeptText;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.SourceText;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The export of a person")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportPersonServiceTest {
  private static final String OWNER = "c1";
  private static final BackendId PHONE = new BackendId("phone");
  private static final Source INSIDE =
      new Source(
          Place.in(PHONE, new SpaceId("sales"), new ConversationId("c7")), new Author.Inside());
  private static final Source CALLER =
      new Source(
          Place.in(PHONE, new SpaceId("sales")),
          new Author.Outside(Recipient.phone("+491701234567", "DE")));
  private static final Source SOMEBODY =
      new Source(
          new Place.InPrivate(PHONE, new PrivateKind("direct"), new ConversationId("c8")),
          new Author.Unknown());

  private final InMemoryPeople people = new InMemoryPeople();
  private final InMemoryTraces traces = new InMemoryTraces();
  private final InMemoryVault vault = new InMemoryVault();
  private final InMemoryPersonKeys keys = new InMemoryPersonKeys(vault);
  private final PersonId anna = Fresh.person();
  private final TenantScope team = Fresh.scope();

  @BeforeEach
  void welcome() {
    people.add(
        new Person(
            anna,
            Optional.of(new EmailAddress("anna@example.com")),
            Locale.ENGLISH,
            Person.Standing.ACTIVE,
            Instant.EPOCH));
  }

  @Test
  void shows_what_a_write_was_answered_and_where_that_came_from() {
    keep("answer", PersonalPart.CLAIM_ANSWER, KeptText.answer("{\"id\":1}", from(INSIDE, CALLER)));

    assertThat(exported())
        .isEqualTo(
            Map.of(
                "answer",
                "{\"id\":1}",
                "answer_sources",
                """
                phone: space sales, conversation c7; from the organization
                phone: space sales; from phone +491701234567\
                """));
  }

  @Test
  void shows_an_answer_that_holds_nobodys_content() {
    keep("answer", PersonalPart.CLAIM_ANSWER, KeptText.answer("{}", Provenance.NONE));

    assertThat(exported()).isEqualTo(Map.of("answer", "{}", "answer_sources", "none"));
  }

  @Test
  void shows_why_a_write_was_refused() {
    keep("answer", PersonalPart.CLAIM_ANSWER, KeptText.refusal("The number is not in service."));

    assertThat(exported()).isEqualTo(Map.of("answer_refusal", "The number is not in service."));
  }

  @Test
  void shows_what_was_read_from_outside() {
    keep("sealed_source", PersonalPart.TAINT_SOURCE, SourceText.of(SOMEBODY));

    assertThat(exported())
        .isEqualTo(
            Map.of(
                "sealed_source", "phone: private direct, conversation c8; from somebody unknown"));
  }

  @Test
  void shows_what_else_was_kept_as_it_is() {
    keep("arguments", PersonalPart.CLAIM_ARGUMENTS, "{\"text\":\"hello\"}");

    assertThat(exported()).isEqualTo(Map.of("arguments", "{\"text\":\"hello\"}"));
  }

  @Test
  void shows_an_answer_of_another_form_as_it_is() {
    keep("answer", PersonalPart.CLAIM_ANSWER, "canary");

    assertThat(exported()).isEqualTo(Map.of("answer", "canary"));
  }

  @Test
  void says_what_cannot_be_read_any_more() {
    keep("answer", PersonalPart.CLAIM_ANSWER, KeptText.answer("{}", Provenance.NONE));
    keys.destroy(anna);

    assertThat(exported()).isEqualTo(Map.of("answer_unreadable", "true"));
    assertThat(outcome()).isEqualTo(new Outcome.Exported(0));
  }

  @Test
  void counts_what_stays_locked_although_nobody_destroyed_its_key() {
    keep("answer", PersonalPart.CLAIM_ANSWER, KeptText.answer("{}", Provenance.NONE));
    keep("arguments", PersonalPart.CLAIM_ARGUMENTS, "{}");
    assertThat(outcome()).isEqualTo(new Outcome.Exported(0));
    vault.loses(((Holding.Present) keys.keyOf(anna)).key());

    assertThat(exported()).isEqualTo(Map.of("arguments_unreadable", "true"));
    assertThat(outcome()).isEqualTo(new Outcome.Exported(2));
  }

  private static Provenance from(Source... sources) {
    return new Provenance(List.of(sources));
  }

  private void keep(String field, PersonalPart part, String text) {
    var trace = new Part(field, part, OWNER, sealed(part, text));
    traces.leave(team, anna, new Trace("claims", Map.of(), List.of(trace)));
  }

  private Sealed sealed(PersonalPart part, String text) {
    var key = ((Holding.Present) keys.keyOf(anna)).key();
    var open =
        (Unlocking.Unlocked) vault.unlock(key, new Lock.ServerSealed(), SealContext.ofKey(anna));
    return open.key()
        .seal(part.of(team.organization(), OWNER), text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> exported() {
    List<Piece> pieces = new ArrayList<>();
    export(pieces::add);
    return pieces.getLast().fields();
  }

  private Outcome outcome() {
    return export(_ -> {});
  }

  private Outcome export(Consumer<Piece> to) {
    return new ExportPersonService(
            people,
            new InMemoryOrganizations(),
            new InMemoryMemberships(),
            new InMemoryGrants(),
            traces,
            keys,
            vault)
        .export(anna, to);
  }
}
