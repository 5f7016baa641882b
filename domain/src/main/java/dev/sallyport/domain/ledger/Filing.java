package dev.sallyport.domain.ledger;

import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import java.util.Objects;
import java.util.Optional;

/// An entry and the person it is found under. The person stands beside the entry and is not sealed
/// with it, so that it can be taken away.
public record Filing(Entry entry, Optional<PersonId> person) {
  public Filing {
    Objects.requireNonNull(entry);
    Objects.requireNonNull(person);
  }

  /// An entry that no person is found under.
  public static Filing of(Entry entry) {
    return new Filing(entry, Optional.empty());
  }

  public static Filing of(Entry entry, PersonId person) {
    return new Filing(entry, Optional.of(person));
  }

  /// The grant it is found under, if it tells of one.
  public Optional<GrantId> grant() {
    return entry.facts().of(Fact.GRANT).map(GrantId::new);
  }
}
