package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.Sealed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// What is kept of one person, whichever store keeps it.
public interface Traces {
  /// Every organization that keeps something of a person or that they belong to, by id. Asked
  /// before there is a scope, to show or to erase all of it.
  List<OrganizationId> organizations(PersonId person);

  /// Every organization there is or was, by id: whichever a person was taken out of is among them,
  /// although it keeps nothing of them any more.
  List<OrganizationId> everywhere();

  /// Passes what one organization keeps of a person, list by list and the oldest first, and never
  /// holds more than a few of it. What [#remove] removed is not passed.
  void read(TenantScope scope, PersonId person, Consumer<Trace> to);

  /// Removes all that tells more than that there was somebody: texts, sources, recipients, links,
  /// what grants allowed, and that the person belongs here. What was used stays counted, and the
  /// ledger as it is. Again it removes nothing.
  Removed remove(TenantScope scope, PersonId person);

  /// One thing that is kept.
  ///
  /// @param list what kind of thing it is, as `claims`
  /// @param fields what is kept of it in clear
  /// @param sealed what is kept of it under the person's key
  record Trace(String list, Map<String, String> fields, List<Part> sealed) {
    public Trace {
      Objects.requireNonNull(list);
      fields = Map.copyOf(fields);
      sealed = List.copyOf(sealed);
    }
  }

  /// One sealed part.
  ///
  /// @param field what it is called beside the fields
  /// @param owner what it was sealed for
  record Part(String field, PersonalPart part, String owner, Sealed sealed) {
    public Part {
      Objects.requireNonNull(field);
      Objects.requireNonNull(part);
      Objects.requireNonNull(owner);
      Objects.requireNonNull(sealed);
    }
  }

  /// How many things of each kind were removed.
  record Removed(Map<String, Integer> counts) {
    public Removed {
      counts = Map.copyOf(counts);
    }
  }
}
