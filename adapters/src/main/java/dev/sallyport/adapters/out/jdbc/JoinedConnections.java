package dev.sallyport.adapters.out.jdbc;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.jdbc.operations.DefaultDataSourceConnectionOperations;
import io.micronaut.data.connection.support.DefaultConnectionStatus;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/// Lends the repositories of the framework the connection of the unit that runs on their thread,
/// and nothing else: outside of a unit they fail, so none can go past scope and role.
@Factory
final class JoinedConnections {
  private static final String NAME = "default";

  @Singleton
  @Named(NAME)
  DataSource source(Database database) {
    return database.source();
  }

  @Singleton
  @Named(NAME)
  @Replaces(DefaultDataSourceConnectionOperations.class)
  ConnectionOperations<Connection> connections(Database database) {
    return new OfTheUnit(database);
  }

  private record OfTheUnit(Database database) implements ConnectionOperations<Connection> {
    @Override
    public Optional<ConnectionStatus<Connection>> findConnectionStatus() {
      return database
          .joined()
          .map(it -> new DefaultConnectionStatus<>(it, ConnectionDefinition.DEFAULT, false));
    }

    @Override
    public <R> R execute(
        ConnectionDefinition definition, Function<ConnectionStatus<Connection>, R> work) {
      return work.apply(
          findConnectionStatus()
              .orElseThrow(
                  () -> new IllegalStateException("a repository was used outside of any unit")));
    }
  }
}
