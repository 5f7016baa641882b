package dev.sallyport.adapters.out.jdbc;

/// How H2 has to be opened so that one set of SQL serves it and PostgreSQL.
final class H2 {
  /// The database is closed by us, after the last call, and not by H2 as soon as the JVM is told to
  /// end. A commit is in the file before it is answered: by default it would follow within half a
  /// second, and a write that was sent meanwhile would be forgotten by whoever is killed. What a
  /// connection read is not answered again from its memory: who waits for his turn and then reads
  /// would now and then be told what was there before the wait. Long values stay in their rows:
  /// elsewhere a thread of H2's own would clear them away, and [OneWriter] could not have it wait.
  static final String OPTIONS =
      "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE"
          + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;TRACE_LEVEL_FILE=0"
          + ";MAX_LENGTH_INPLACE_LOB=2147483639";

  private H2() {}

  static String address(String url) {
    return url.startsWith("jdbc:h2:") ? url + ";" + OPTIONS : url;
  }
}
