package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PeopleContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcPeopleOnPostgresTest extends PeopleContract {
  @RegisterExtension final Databases databases = new Databases();

  private final People people = databases.storesOnPostgres().getBean(JdbcPeople.class);

  @Override
  protected People people() {
    return people;
  }
}
