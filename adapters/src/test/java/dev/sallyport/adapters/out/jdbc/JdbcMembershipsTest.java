package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.MembershipsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcMembershipsTest extends MembershipsContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private Memberships memberships;

  @BeforeEach
  void open() {
    memberships = databases.storesOnH2(folder).getBean(JdbcMemberships.class);
  }

  @Override
  protected Memberships memberships() {
    return memberships;
  }
}
