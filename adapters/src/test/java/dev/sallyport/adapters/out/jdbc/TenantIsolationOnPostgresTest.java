package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class TenantIsolationOnPostgresTest extends TenantIsolationContract {
  @RegisterExtension final Databases databases = new Databases();
  private BeanContext stores;

  @BeforeEach
  void open() {
    stores = databases.storesOnPostgres();
  }

  @Override
  BeanContext stores() {
    return stores;
  }

  @Test
  void the_second_wall_holds_alone_when_every_statement_forgets_whose_rows_it_wants() {
    stores = databases.unscopedStoresOnPostgres();

    assertThat(revealing()).isEmpty();
    assertThat(changing()).isEmpty();
    assertThat(((Unscoped) stores.getBean(Database.class)).rewritten()).isGreaterThan(100);
  }
}
