package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PeopleContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcPeopleTest extends PeopleContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private People people;

  @BeforeEach
  void open() {
    people = databases.storesOnH2(folder).getBean(JdbcPeople.class);
  }

  @Override
  protected People people() {
    return people;
  }
}
