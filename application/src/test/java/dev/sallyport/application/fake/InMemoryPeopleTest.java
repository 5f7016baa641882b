package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PeopleContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryPeopleTest extends PeopleContract {
  private final People people = new InMemoryPeople();

  @Override
  protected People people() {
    return people;
  }
}
