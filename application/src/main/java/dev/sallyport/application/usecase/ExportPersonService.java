package dev.sallyport.application.usecase;

import dev.sallyport.application.person.GrantWords;
import dev.sallyport.application.person.PartWords;
import dev.sallyport.application.port.in.ExportPerson;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Traces;
import dev.sallyport.application.port.out.Traces.Part;
import dev.sallyport.application.port.out.Traces.Trace;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Opening;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Gathers what is kept of a person, organization by organization, and opens it with their key.
public final class ExportPersonService implements ExportPerson {
  private static final Lock LOCK = new Lock.ServerSealed();

  private final People people;
  private final Organizations organizations;
  private final Memberships memberships;
  private final Grants grants;
  private final Traces traces;
  private final PersonKeys keys;
  private final Vault vault;

  public ExportPersonService(
      People people,
      Organizations organizations,
      Memberships memberships,
      Grants grants,
      Traces traces,
      PersonKeys keys,
      Vault vault) {
    this.people = people;
    this.organizations = organizations;
    this.memberships = memberships;
    this.grants = grants;
    this.traces = traces;
    this.keys = keys;
    this.vault = vault;
  }

  @Override
  public Outcome export(PersonId id, Consumer<Piece> to) {
    Optional<Person> person = people.find(id);
    if (person.isEmpty()) {
      return new Outcome.NotThere();
    }
    to.accept(new Piece("person", fields(person.get())));
    Optional<OpenKey> key = key(id);
    for (OrganizationId organization : traces.organizations(id)) {
      export(new TenantScope(organization), id, key, to);
    }
    return new Outcome.Exported();
  }

  private void export(
      TenantScope scope, PersonId person, Optional<OpenKey> key, Consumer<Piece> to) {
    String folder = "organizations/" + scope.organization().value() + "/";
    to.accept(new Piece(folder + "organization", organization(scope, person)));
    grants
        .ofPerson(scope, person)
        .forEach(grant -> to.accept(new Piece(folder + "grants", GrantWords.of(grant))));
    traces.read(
        scope,
        person,
        trace -> to.accept(new Piece(folder + trace.list(), opened(scope, trace, key))));
  }

  private static Map<String, String> fields(Person person) {
    var fields = new HashMap<String, String>();
    fields.put("id", person.id().value());
    person.email().ifPresent(email -> fields.put("email", email.value()));
    fields.put("locale", person.locale().toLanguageTag());
    fields.put("standing", GrantWords.word(person.standing()));
    fields.put("created_at", person.created().toString());
    return fields;
  }

  private Map<String, String> organization(TenantScope scope, PersonId person) {
    var fields = new HashMap<String, String>();
    fields.put("id", scope.organization().value());
    organizations
        .find(scope)
        .ifPresent(it -> {
          fields.put("name", it.name());
          fields.put("kind", GrantWords.word(it.kind()));
        });
    memberships.find(scope, person).ifPresent(it -> fields.put("role", GrantWords.word(it.role())));
    return fields;
  }

  private static Map<String, String> opened(TenantScope scope, Trace trace, Optional<OpenKey> key) {
    var fields = new HashMap<>(trace.fields());
    for (Part part : trace.sealed()) {
      Optional<String> text =
          key.flatMap(it ->
              text(it.open(part.part().of(scope.organization(), part.owner()), part.sealed())));
      fields.putAll(
          text.map(it -> PartWords.of(part, it))
              .orElseGet(() -> Map.of(part.field() + "_unreadable", "true")));
    }
    return fields;
  }

  private static Optional<String> text(Opening opening) {
    return switch (opening) {
      case Opening.Opened(var plain) ->
          Optional.of(new String(plain.toArray(), StandardCharsets.UTF_8));
      case Opening.NotOpened _ -> Optional.empty();
    };
  }

  private Optional<OpenKey> key(PersonId person) {
    return switch (keys.keyOf(person)) {
      case Holding.Destroyed() -> Optional.empty();
      case Holding.Present(var wrapped) ->
          switch (vault.unlock(wrapped, LOCK, SealContext.ofKey(person))) {
            case Unlocking.Unlocked(var key) -> Optional.of(key);
            case Unlocking.StaysLocked _ -> Optional.empty();
          };
    };
  }
}
