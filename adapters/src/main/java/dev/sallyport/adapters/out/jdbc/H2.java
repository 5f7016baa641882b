package dev.sallyport.adapters.out.jdbc;

/// How H2 has to be opened so that one set of SQL serves it and PostgreSQL.
final class H2 {
  /// The database is closed by us, after the last call, and not by H2 as soon as the JVM is told to
  /// end.
  static final String OPTIONS =
      "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";

  private H2() {}

  static String address(String url) {
    return url.startsWith("jdbc:h2:") ? url + ";" + OPTIONS : url;
  }
}
