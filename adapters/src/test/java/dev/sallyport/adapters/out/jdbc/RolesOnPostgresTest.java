package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Postgres;
import dev.sallyport.application.port.out.UnitOfWorkContract.Notebook;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The house as a user who owns its database and is nobody besides, as it is in most places.
@DisplayName("A PostgreSQL user without rights of an administrator")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesOnPostgresTest {
  private static final AtomicInteger USERS = new AtomicInteger();
  private static final TenantScope HERE = new TenantScope(new OrganizationId("a".repeat(32)));
  private static final TenantScope THERE = new TenantScope(new OrganizationId("b".repeat(32)));

  @RegisterExtension final Databases databases = new Databases();

  private final String url = Postgres.freshDatabase();
  private final String user = "owner_" + USERS.incrementAndGet();

  @BeforeEach
  void giveTheDatabaseAway() {
    asAdministrator("create role %s login".formatted(user));
    asAdministrator(
        "alter database %s owner to %s".formatted(url.substring(url.lastIndexOf('/') + 1), user));
  }

  @Test
  void is_told_what_an_administrator_has_to_run() {
    // the house of an administrator has made the roles, or this makes them
    assertThat(new JdbcDependency(databases.postgres()).health()).isEqualTo(new Health.Up());

    assertThat(new JdbcDependency(databases.open(url, user)).health())
        .isInstanceOfSatisfying(
            Health.Down.class,
            down ->
                assertThat(down.reason())
                    .contains("create role sallyport_tenant nologin")
                    .contains("grant sallyport_tenant, sallyport_system to"));
  }

  @Test
  void needs_nothing_else_once_that_was_run() {
    assertThat(new JdbcDependency(databases.postgres()).health()).isEqualTo(new Health.Up());
    Database database = databases.open(url, user);
    new JdbcDependency(database).health();
    asAdministrator("grant sallyport_tenant, sallyport_system to " + user);

    assertThat(new JdbcDependency(database).health()).isEqualTo(new Health.Up());
    Notebook notebook = TableOfNotes.in(database, Product.POSTGRESQL);
    notebook.note(HERE, "here");
    notebook.note(THERE, "there");
    assertThat(notebook.notes(HERE)).containsExactly("here");
  }

  private void asAdministrator(String sql) {
    try (var connection = DriverManager.getConnection(url, Postgres.user(), "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
