package dev.sallyport.bootstrap.door;

/// Something hostile, and all that may come of it.
///
/// @param expected as [Heard#summary()] writes it; ` closed` at its end where the connection cannot
///   live on
record Row(String name, Post post, String expected) {
  private static final String CLOSED = " closed";

  boolean ends() {
    return expected.endsWith(CLOSED);
  }

  static String summary(Heard heard) {
    return heard.summary() + (heard.closes() ? CLOSED : "");
  }

  @Override
  public String toString() {
    return name;
  }
}
