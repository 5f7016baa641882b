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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    Opener opener = opener(id);
    for (OrganizationId organization : traces.organizations(id)) {
      export(new TenantScope(organization), id, opener, to);
    }
    return new Outcome.Exported(opener.locked.get());
  }

  private void export(TenantScope scope, PersonId person, Opener opener, Consumer<Piece> to) {
    String folder = "organizations/" + scope.organization().value() + "/";
    to.accept(new Piece(folder + "organization", organization(scope, person)));
    grants
        .ofPerson(scope, person)
        .forEach(grant -> to.accept(new Piece(folder + "grants", GrantWords.of(grant))));
    traces.read(
        scope,
        person,
        trace -> to.accept(new Piece(folder + trace.list(), opener.opened(scope, trace))));
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

  private Opener opener(PersonId person) {
    return switch (keys.keyOf(person)) {
      case Holding.Destroyed() -> new Opener(null, true);
      case Holding.Present(var wrapped) ->
          switch (vault.unlock(wrapped, LOCK, SealContext.ofKey(person))) {
            case Unlocking.Unlocked(var key) -> new Opener(key, false);
            case Unlocking.StaysLocked _ -> new Opener(null, false);
          };
    };
  }

  /// Opens what is sealed, and counts what stays locked although nobody destroyed its key.
  private static final class Opener {
    private final @Nullable OpenKey key;
    private final boolean destroyed;
    private final AtomicLong locked = new AtomicLong();

    Opener(@Nullable OpenKey key, boolean destroyed) {
      this.key = key;
      this.destroyed = destroyed;
    }

    Map<String, String> opened(TenantScope scope, Trace trace) {
      var fields = new HashMap<>(trace.fields());
      trace.sealed().forEach(part -> fields.putAll(words(scope, part)));
      return fields;
    }

    private Map<String, String> words(TenantScope scope, Part part) {
      if (key != null
          && key.open(part.part().of(scope.organization(), part.owner()), part.sealed())
              instanceof Opening.Opened(var plain)) {
        return PartWords.of(part, new String(plain.toArray(), StandardCharsets.UTF_8));
      }
      if (!destroyed) {
        locked.incrementAndGet();
      }
      return Map.of(part.field() + "_unreadable", "true");
    }
  }
}
