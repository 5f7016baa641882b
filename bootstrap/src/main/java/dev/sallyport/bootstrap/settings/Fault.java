package dev.sallyport.bootstrap.settings;

/// One thing wrong with the settings: where, what, and what would be right.
///
/// It is shown to an operator, so it never repeats a value that could be secret.
public record Fault(String where, String what, String remedy) {
  @Override
  public String toString() {
    return "`%s`: %s; %s".formatted(where, what, remedy);
  }
}
