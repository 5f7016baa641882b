package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Plans;
import dev.sallyport.application.port.out.PlansContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcPlansTest extends PlansContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Override
  protected Plans plans(InstantSource clock) {
    return new JdbcPlans(databases.h2(folder), clock);
  }
}
