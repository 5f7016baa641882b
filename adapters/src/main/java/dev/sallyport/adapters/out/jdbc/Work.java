package dev.sallyport.adapters.out.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/// Statements that a store runs within a transaction which is not its own to end.
@FunctionalInterface
interface Work<T> {
  T on(Connection connection) throws SQLException;
}
