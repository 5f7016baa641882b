package dev.sallyport.adapters.kit.json;

import java.util.regex.Pattern;

/// JSON pointers (RFC 6901) that are told to people: names that came from outside are cut short.
public final class Pointer {
  private static final int LONGEST_NAME = 40;
  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Pointer() {}

  /// The pointer to a member.
  public static String to(String parent, String name) {
    return parent + "/" + clipped(name).replace("~", "~0").replace("/", "~1");
  }

  /// The pointer to an element.
  public static String to(String parent, int index) {
    return parent + "/" + index;
  }

  /// At most 40 characters, and none that steers a terminal or breaks a line.
  public static String clipped(String name) {
    if (name.length() <= LONGEST_NAME && isPlain(name)) {
      return name;
    }
    String text = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    return STEERING.matcher(text).replaceAll("?");
  }

  // nearly every name is, and every call asks for some
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ' || name.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
