package dev.sallyport.adapters.out.crypto;

/// The ring's file cannot be used. Becomes an outcome before it leaves this package.
final class BadRing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String remedy;

  BadRing(String what, String remedy) {
    super(what);
    this.what = what;
    this.remedy = remedy;
  }

  String what() {
    return what;
  }

  String remedy() {
    return remedy;
  }
}
