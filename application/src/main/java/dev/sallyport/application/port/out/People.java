package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everybody who ever signed in. People belong to no organization, so none of this is scoped; who
/// asks must have authenticated the person, or be about to.
public interface People {
  Optional<Person> find(PersonId id);

  /// Finds whoever has that address now; never somebody who was erased.
  Optional<Person> findByEmail(EmailAddress email);

  /// Up to `most` of them in the order of their ids, beginning after that one; also those who were
  /// erased.
  List<Person> list(@Nullable PersonId after, int most);

  /// Must be one step: of two that add one address at the same time, one is told it is taken.
  Addition add(Person person);

  /// Suspends one who is active.
  Change suspend(PersonId id);

  /// Makes one active who is suspended.
  Change reinstate(PersonId id);

  /// Forgets all but that there was somebody, and since when. The address is free again.
  Change erase(PersonId id);

  /// How an addition ends.
  enum Addition {
    ADDED,
    /// Somebody has that id or that address; nothing was stored.
    TAKEN
  }

  /// How a change ends.
  enum Change {
    CHANGED,
    /// Nobody has that id, or they do not stand so that it could be done.
    NOT_FITTING
  }
}
