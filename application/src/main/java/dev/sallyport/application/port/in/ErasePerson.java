package dev.sallyport.application.port.in;

import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Forgets a person for good, in every organization. For the command line only.
public interface ErasePerson {
  /// Goes on where an earlier attempt ended, and can be asked again at any time.
  Outcome erase(PersonId person);

  /// What can be shown of an erasure: the entries say what was removed, their places in the chain
  /// that nobody wrote them afterwards.
  ///
  /// @param at when the first organization was left, also if that was in an earlier attempt
  /// @param entries one of each organization; without a place while another instance seals
  /// @param unfiled from how many entries the person was taken away this time
  /// @param head where the chain ended then
  record Receipt(
      PersonId person, Instant at, List<Recorded> entries, int unfiled, Optional<ChainHead> head) {
    public Receipt {
      Objects.requireNonNull(person);
      Objects.requireNonNull(at);
      entries = List.copyOf(entries);
      Objects.requireNonNull(head);
    }
  }

  /// How it ended.
  sealed interface Outcome {
    /// Nothing is left but that there was somebody.
    record Erased(Receipt receipt) implements Outcome {
      public Erased {
        Objects.requireNonNull(receipt);
      }
    }

    /// Others would be left in an organization that nobody owns: one of them has to become its
    /// owner first.
    record OwnerNeeded(Organization organization, List<Person> others) implements Outcome {
      public OwnerNeeded {
        Objects.requireNonNull(organization);
        others = List.copyOf(others);
      }
    }

    /// Some organizations were left, and then one could not be: the person stays suspended, and it
    /// has to be asked again once there is an owner.
    record Begun(OwnerNeeded next) implements Outcome {
      public Begun {
        Objects.requireNonNull(next);
      }
    }

    /// Nobody has that id.
    record NotThere() implements Outcome {}
  }
}
