package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Traces;
import dev.sallyport.application.port.out.TracesContract;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL,")
class JdbcTracesOnPostgresTest extends TracesContract {
  private final Database database = SharedDatabase.postgres();

  @Override
  protected Traces traces() {
    return new JdbcTraces(database);
  }

  @Override
  protected void leave(TenantScope scope, PersonId person) {
    new LeftTraces(database).leave(scope, person);
  }
}
