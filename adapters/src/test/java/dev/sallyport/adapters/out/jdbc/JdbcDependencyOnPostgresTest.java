package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Postgres;
import dev.sallyport.adapters.testbed.TcpRelay;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.DependencyContract;
import dev.sallyport.domain.health.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcDependencyOnPostgresTest extends DependencyContract {
  @RegisterExtension final Databases databases = new Databases();

  private final TcpRelay wire = new TcpRelay(Postgres.port());
  private final Database database =
      databases.open(Postgres.freshDatabase(wire.port()), Postgres.user());

  @AfterEach
  void cutTheWire() {
    wire.close();
  }

  @Override
  protected Dependency dependency() {
    return new JdbcDependency(database);
  }

  @Override
  protected void takeAway() {
    wire.cut();
  }

  @Override
  protected void bringBack() {
    wire.mend();
  }

  @Test
  void it_is_down_before_long_when_the_other_side_takes_everything_and_answers_nothing() {
    Dependency dependency = dependency();
    dependency.health();
    wire.hang();

    assertThat(dependency.health()).isInstanceOf(Health.Down.class);
  }

  @Test
  void it_may_be_away_at_first_and_is_migrated_when_it_comes() {
    wire.cut();
    Dependency dependency = dependency();
    assertThat(dependency.health())
        .isEqualTo(new Health.Down("it cannot be reached (SQLSTATE 08001)"));

    wire.mend();
    assertThat(dependency.health()).isEqualTo(new Health.Up());
  }

  @Test
  void it_names_a_database_that_does_not_exist() {
    Database missing =
        databases.open(
            "jdbc:postgresql://localhost:%d/nowhere".formatted(Postgres.port()), Postgres.user());

    assertThat(new JdbcDependency(missing).health())
        .isEqualTo(new Health.Down("there is no database of that name (SQLSTATE 3D000)"));
  }
}
