package dev.sallyport.bootstrap;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long something lasts, as people type it.
final class Lasting {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})([dh])");

  private Lasting() {}

  /// The time that `90d` or `12h` means.
  static Duration of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a time is a number of days or hours, as 90d or 12h");
    }
    int count = Integer.parseInt(parts.group(1));
    return "d".equals(parts.group(2)) ? Duration.ofDays(count) : Duration.ofHours(count);
  }
}
