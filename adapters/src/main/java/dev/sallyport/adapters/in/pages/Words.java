package dev.sallyport.adapters.in.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times and names the way people say them.
final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  static String of(Instant moment) {
    return MOMENT.format(moment);
  }

  /// The two largest units that say something: nobody needs the seconds of a week.
  static String of(Duration duration) {
    if (duration.toMinutes() == 0) {
      return count(duration.toSeconds(), "second");
    }
    if (duration.toHours() == 0) {
      return count(duration.toMinutes(), "minute");
    }
    if (duration.toDays() == 0) {
      return count(duration.toHours(), "hour") + and(duration.toMinutesPart(), "minute");
    }
    return count(duration.toDays(), "day") + and(duration.toHoursPart(), "hour");
  }

  static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
  }

  private static String and(int number, String unit) {
    return number == 0 ? "" : " " + count(number, unit);
  }

  private static String count(long number, String unit) {
    return number == 1 ? "1 " + unit : number + " " + unit + "s";
  }
}
