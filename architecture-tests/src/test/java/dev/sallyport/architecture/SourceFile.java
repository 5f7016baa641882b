package dev.sallyport.architecture;

/// A Java source and the name it is reported under.
record SourceFile(String name, String text) {
  /// The line with this number, counted from one, without its indentation.
  String line(long number) {
    return text.lines().skip(number - 1).findFirst().orElse("").strip();
  }
}
