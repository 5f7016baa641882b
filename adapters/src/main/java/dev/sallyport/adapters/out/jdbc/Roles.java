package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;

/// As whom a transaction speaks: the second wall, where the database has one.
///
/// What is set ends with the transaction, so no connection carries it back into the pool.
enum Roles {
  /// Nothing behind the first wall, which is that every statement names its organization.
  NONE,
  /// Roles that own nothing, under row-level security.
  POSTGRESQL;

  private static final String TENANT =
      "select set_config('role', 'sallyport_tenant', true),"
          + " set_config('app.organization_id', ?, true)";
  private static final String SYSTEM =
      "select set_config('role', 'sallyport_system', true),"
          + " set_config('app.organization_id', '', true)";

  void becomeTenant(Connection connection, TenantScope scope) throws SQLException {
    if (this == POSTGRESQL) {
      try (var statement = connection.prepareStatement(TENANT)) {
        statement.setString(1, scope.organization().value());
        statement.execute();
      }
    }
  }

  void becomeSystem(Connection connection) throws SQLException {
    if (this == POSTGRESQL) {
      try (var statement = connection.prepareStatement(SYSTEM)) {
        statement.execute();
      }
    }
  }
}
