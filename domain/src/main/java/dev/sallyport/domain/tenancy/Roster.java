package dev.sallyport.domain.tenancy;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who belongs to one organization. As long as it has an owner it keeps one: the last can neither
/// leave nor become less.
public record Roster(OrganizationId organization, List<Membership> members) {
  public Roster {
    members = List.copyOf(members);
    if (!members.stream().allMatch(member -> member.organization().equals(organization))) {
      throw new IllegalArgumentException("a roster holds the members of one organization");
    }
    if (members.stream().map(Membership::person).distinct().count() != members.size()) {
      throw new IllegalArgumentException("nobody is in a roster twice");
    }
  }

  public Optional<Membership> member(PersonId person) {
    return members.stream().filter(member -> member.person().equals(person)).findFirst();
  }

  /// What becomes of it when that person leaves or is sent away.
  public Outcome without(PersonId leaving) {
    return changed(leaving, Stream.empty());
  }

  /// What becomes of it when that person gets another role.
  public Outcome with(PersonId person, Role role) {
    return changed(person, Stream.of(new Membership(organization, person, role)));
  }

  private Outcome changed(PersonId person, Stream<Membership> instead) {
    if (member(person).isEmpty()) {
      return new Outcome.NoMember();
    }
    Stream<Membership> others = members.stream().filter(it -> !it.person().equals(person));
    var after = new Roster(organization, Stream.concat(others, instead).toList());
    return owned() && !after.owned() ? new Outcome.LastOwner() : new Outcome.Changed(after);
  }

  private boolean owned() {
    return members.stream().anyMatch(member -> member.role() == Role.OWNER);
  }

  /// How a change to a roster ends.
  public sealed interface Outcome {
    /// The roster as it would be.
    record Changed(Roster roster) implements Outcome {}

    /// Nobody would be left who can decide about the organization.
    record LastOwner() implements Outcome {}

    /// Nobody of that id belongs here.
    record NoMember() implements Outcome {}
  }
}
