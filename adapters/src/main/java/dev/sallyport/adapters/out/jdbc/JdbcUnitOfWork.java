package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// A unit of work as one transaction, which is run again when it lost a race.
@Singleton
final class JdbcUnitOfWork implements UnitOfWork {
  private final Database database;

  JdbcUnitOfWork(Database database) {
    this.database = database;
  }

  @Override
  public <T> T run(TenantScope scope, Supplier<Ending<T>> work) {
    return database.unit(scope, work);
  }
}
