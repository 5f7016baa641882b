package dev.sallyport.adapters.out.jdbc;

/// Which database it is, where the two differ.
enum Product {
  H2,
  POSTGRESQL;

  private static final String CORE = "classpath:db/migration/core";

  static Product of(String url) {
    return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
  }

  /// Where its migrations lie. Versions are one row of numbers over all of these places.
  String[] migrations() {
    return switch (this) {
      case H2 -> new String[] {CORE, "classpath:db/migration/h2"};
      case POSTGRESQL -> new String[] {CORE, "classpath:db/migration/postgresql"};
    };
  }

  Roles roles() {
    return switch (this) {
      case H2 -> Roles.NONE;
      case POSTGRESQL -> Roles.POSTGRESQL;
    };
  }
}
