package dev.sallyport.adapters.out.jdbc;

import java.sql.SQLException;

/// Why the database did not answer, in words for an operator.
///
/// Never the driver's own message: it can carry addresses, user names and parts of statements.
final class Reasons {
  /// A state of our own, in the range that the standard leaves free.
  static final String MIGRATING = "SP001";

  /// What the migration raises that was not allowed to make the roles.
  static final String NO_ROLES = "SP002";

  /// What it raises when the roles it found could see past the wall.
  static final String STRONG_ROLES = "SP003";

  /// What a transaction fails with that waited too long for its turn to write.
  static final String BUSY = "SP004";

  /// What both databases call a statement that was cancelled.
  static final String GIVEN_UP = "57014";

  private static final int H2_FILE_IN_USE = 90_020;

  private Reasons() {}

  static String of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return of(sql);
      }
    }
    return failure instanceof SQLException
        ? "no connection within two seconds"
        : "the schema could not be brought up to date: run with a fresh or matching database";
  }

  private static String of(SQLException sql) {
    if (sql.getErrorCode() == H2_FILE_IN_USE) {
      return "the database file is in use by another process";
    }
    String state = sql.getSQLState();
    return switch (state) {
      case NO_ROLES ->
          "its user may not make the roles it needs: let an administrator run `create role"
              + " sallyport_tenant nologin; create role sallyport_system nologin;`, as far as they"
              + " are missing, and `grant sallyport_tenant, sallyport_system to` that user";
      case STRONG_ROLES ->
          "its roles see past row-level security: let an administrator run `alter role"
              + " sallyport_tenant nosuperuser nobypassrls; alter role sallyport_system nosuperuser"
              + " nobypassrls`";
      case BUSY -> "others wrote to it for too long";
      default -> ofClass(state);
    };
  }

  private static String ofClass(String state) {
    return switch (state.length() < 2 ? state : state.substring(0, 2)) {
      case "SP" -> "its schema is being brought up to date";
      case "08" -> "it cannot be reached (SQLSTATE %s)".formatted(state);
      case "28" -> "it refuses the user name or password (SQLSTATE %s)".formatted(state);
      case "3D" -> "there is no database of that name (SQLSTATE %s)".formatted(state);
      case "53" -> "it is out of connections or space (SQLSTATE %s)".formatted(state);
      case "57" ->
          "it is starting, stopping or gave up on the question (SQLSTATE %s)".formatted(state);
      default -> "it answered with an error (SQLSTATE %s)".formatted(state);
    };
  }
}
