package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.ListPeople;
import dev.sallyport.application.port.out.People;
import dev.sallyport.domain.tenancy.Person;
import java.util.List;
import java.util.function.Consumer;

/// Turns the pages of the store.
public final class ListPeopleService implements ListPeople {
  static final int PAGE = 100;

  private final People people;

  public ListPeopleService(People people) {
    this.people = people;
  }

  @Override
  public void list(Consumer<Person> to) {
    List<Person> page = people.list(null, PAGE);
    while (!page.isEmpty()) {
      page.forEach(to);
      page = people.list(page.getLast().id(), PAGE);
    }
  }
}
