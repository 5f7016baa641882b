package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.OrganizationsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcOrganizationsTest extends OrganizationsContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private Organizations organizations;

  @BeforeEach
  void open() {
    organizations = databases.storesOnH2(folder).getBean(JdbcOrganizations.class);
  }

  @Override
  protected Organizations organizations() {
    return organizations;
  }
}
