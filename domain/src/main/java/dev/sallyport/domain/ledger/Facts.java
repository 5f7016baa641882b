package dev.sallyport.domain.ledger;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an entry tells in clear: short texts, one for each fact.
///
/// What looks like an e-mail address or an international phone number is masked by [#with] and
/// refused by the constructor. This is the last wall and no good one, since a number without its
/// plus is a number: the first is that nothing is told here that somebody wrote.
public final class Facts {
  public static final int LONGEST = 4_000;
  // begins where a word begins and gives nothing back: linear, whatever the text
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![^\\s@\uFF20=,;<>])[^\\s@\uFF20=,;<>]++[@\uFF20][^\\s@\uFF20=,;<>]+\\.[\\p{L}\\p{N}_]+");
  private static final Pattern PHONE =
      Pattern.compile("[+\uFF0B]\\d(?:[\\p{Z}().\\-/\u2010-\u2015]{0,3}\\d){6,}");
  private static final List<Fact> BY_WORD =
      Stream.of(Fact.values()).sorted(Comparator.comparing(Fact::word)).toList();
  private static final Facts NONE = new Facts(Map.of());

  private final EnumMap<Fact, String> told;

  public Facts(Map<Fact, String> texts) {
    texts.values().forEach(Facts::check);
    this.told = new EnumMap<>(Fact.class);
    told.putAll(texts);
  }

  private Facts(Draft draft) {
    this.told = new EnumMap<>(draft.told);
  }

  public static Facts none() {
    return NONE;
  }

  public static Draft draft() {
    return new Draft();
  }

  /// Whether a fact would tell this as it is.
  public static boolean tells(String text) {
    return fit(text).equals(text) && !text.isBlank();
  }

  /// These and one more. The text is made fit: a ledger that refuses would stop the call it tells
  /// of.
  public Facts with(Fact fact, String text) {
    return draft().tell(this).tell(fact, text).facts();
  }

  /// These and the others; where both tell a fact, the others are right.
  public Facts and(Facts others) {
    return draft().tell(this).tell(others).facts();
  }

  public Optional<String> of(Fact fact) {
    return Optional.ofNullable(told.get(fact));
  }

  public Map<Fact, String> texts() {
    return Collections.unmodifiableMap(told);
  }

  /// In the order of their words, so that a fact added later moves none.
  void eachByWord(BiConsumer<Fact, String> reader) {
    for (Fact fact : BY_WORD) {
      String text = told.get(fact);
      if (text != null) {
        reader.accept(fact, text);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Facts facts && told.equals(facts.told);
  }

  @Override
  public int hashCode() {
    return told.hashCode();
  }

  @Override
  public String toString() {
    return "Facts" + told;
  }

  /// Facts that are being put together.
  public static final class Draft {
    private final EnumMap<Fact, String> told = new EnumMap<>(Fact.class);

    private Draft() {}

    /// One more, made fit: a ledger that refuses would stop the call it tells of. What is blank is
    /// left out.
    public Draft tell(Fact fact, String text) {
      String fit = fit(text);
      if (!fit.isBlank()) {
        told.put(fact, fit);
      }
      return this;
    }

    /// All of these; where both tell a fact, these are right.
    public Draft tell(Facts facts) {
      told.putAll(facts.told);
      return this;
    }

    public Facts facts() {
      return new Facts(this);
    }
  }

  private static void check(String text) {
    boolean plain = isPlain(text);
    if (text.isBlank() || text.length() > LONGEST || !(plain || printable(text))) {
      throw new IllegalArgumentException(
          "a fact is a text of 1 to %d printable characters".formatted(LONGEST));
    }
    if (!plain && !masked(text).equals(text)) {
      throw new IllegalArgumentException("a fact holds no e-mail address and no phone number");
    }
  }

  private static String fit(String text) {
    if (text.length() <= LONGEST && isPlain(text)) {
      return text;
    }
    String clean = printable(text) ? text : cleaned(text);
    String masked = masked(clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST));
    return masked.length() <= LONGEST && clean.length() <= LONGEST ? masked : cut(masked);
  }

  // nearly every text is: printable, and without what an address or a number would need
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '@' || c == '+') {
        return false;
      }
    }
    return true;
  }

  private static String masked(String text) {
    return PHONE.matcher(ADDRESS.matcher(text).replaceAll("[address]")).replaceAll("[number]");
  }

  private static boolean printable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (unprintable(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    return text.codePoints()
        .map(c -> unprintable(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean unprintable(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
  }

  private static String cut(String text) {
    int end = Math.min(text.length(), LONGEST - 1);
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
