package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Rejected;
import dev.sallyport.application.Unavailable;
import java.sql.SQLException;
import java.util.Set;

/// What a statement that failed is to its caller.
final class Failures {
  private static final String LOST_RACE = "23505";

  /// Bad values, broken constraints, and statements that are wrong or not allowed: the database is
  /// there, and asking it again will not help.
  private static final Set<String> BUGS = Set.of("22", "23", "42");

  private Failures() {}

  static RuntimeException of(Throwable failure) {
    return failure instanceof SQLException sql && isBug(sql.getSQLState())
        ? bug(sql)
        : new Unavailable("the database", failure);
  }

  /// What it is once it was tried for the last time: a row that is still there is no lost race.
  static RuntimeException inTheEnd(Unavailable last) {
    return last.getCause() instanceof SQLException sql && LOST_RACE.equals(sql.getSQLState())
        ? bug(sql)
        : last;
  }

  private static boolean isBug(String state) {
    return state != null
        && state.length() == 5
        && !state.equals(LOST_RACE)
        && BUGS.contains(state.substring(0, 2));
  }

  // a bug is logged with its causes, and the driver's message can hold what was to be stored
  private static RuntimeException bug(SQLException sql) {
    var bug =
        new Rejected(
            "the database refused a statement (SQLSTATE %s, %s)"
                .formatted(sql.getSQLState(), sql.getClass().getSimpleName()));
    bug.setStackTrace(sql.getStackTrace());
    return bug;
  }
}
