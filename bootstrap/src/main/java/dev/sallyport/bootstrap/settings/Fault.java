package dev.sallyport.bootstrap.settings;

/// One thing wrong with the settings: where, of which key, what, and what would be right.
///
/// It is shown to an operator, so it never repeats a value that could be secret.
public record Fault(String where, String key, String what, String remedy) {
  public Fault(String where, String what, String remedy) {
    this(where, where, what, remedy);
  }

  @Override
  public String toString() {
    String named = where.equals(key) ? "`%s`".formatted(where) : "`%s` (%s)".formatted(where, key);
    return "%s: %s; %s".formatted(named, what, remedy);
  }
}
