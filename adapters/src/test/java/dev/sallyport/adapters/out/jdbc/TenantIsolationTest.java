package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class TenantIsolationTest extends TenantIsolationContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;
  private BeanContext stores;

  @BeforeEach
  void open() {
    stores = databases.storesOnH2(folder);
  }

  @Override
  BeanContext stores() {
    return stores;
  }

  @Test
  void which_has_one_wall_alone_forgetting_whose_rows_are_wanted_is_found_out() {
    stores = databases.unscopedStoresOnH2(folder.resolve("unscoped"));

    assertThat(revealing()).hasSizeGreaterThan(10);
    assertThat(changing()).hasSizeGreaterThan(5);
  }
}
