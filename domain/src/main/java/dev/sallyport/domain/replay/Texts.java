package dev.sallyport.domain.replay;

import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Several values in one text of a fact, and back. What the ledger masked or cut is never taken for
/// a value: its marks cannot occur in what is written here.
final class Texts {
  private static final int MOST_SPACES = 50;
  private static final String NO_SPACES = "none:";
  private static final String MANY_SPACES = "many:";
  private static final String HIDDEN_SPACES = "hidden:";
  private static final String CUT = "…";
  private static final String SIGNS = " %=;:[]…";
  private static final int HEX = 16;
  private static final int DIGITS = 4;

  private Texts() {}

  /// Spaces that a person ticked are told by their names. What a call names besides is whatever
  /// somebody wrote there, and is not.
  static String ofSpaces(Set<SpaceId> spaces, Set<SpaceId> ticked) {
    if (spaces.isEmpty()) {
      return NO_SPACES;
    }
    if (spaces.size() > MOST_SPACES) {
      return MANY_SPACES + spaces.size();
    }
    String[] all = new String[spaces.size()];
    int n = 0;
    for (SpaceId space : spaces) {
      if (!ticked.contains(space) || !mayBeTold(space)) {
        return HIDDEN_SPACES + all.length;
      }
      all[n++] = escaped(space.value());
    }
    Arrays.sort(all);
    String text = String.join(" ", all);
    return text.length() > Facts.LONGEST ? MANY_SPACES + all.length : text;
  }

  // an address or a number is hidden before escaping could hide it from the ledger's mask
  private static boolean mayBeTold(SpaceId space) {
    return Facts.tells("x" + space.value());
  }

  static Optional<Set<SpaceId>> toSpaces(String text) {
    if (text.equals(NO_SPACES)) {
      return Optional.of(Set.of());
    }
    if (text.contains(":") || text.contains("[") || text.endsWith(CUT)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(text.split(" ", -1))
            .map(space -> new SpaceId(plain(space)))
            .collect(Collectors.toUnmodifiableSet()));
  }

  static String ofAmounts(Map<String, Long> amounts) {
    String[] names = amounts.keySet().toArray(String[]::new);
    Arrays.sort(names);
    var text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "" : " ").append(escaped(name)).append('=');
      text.append(amounts.get(name));
    }
    return text.toString();
  }

  static Map<String, Long> toAmounts(String text) {
    var amounts = new HashMap<String, Long>();
    if (!whole(text, "its amounts were masked or cut").isEmpty()) {
      for (String amount : text.split(" ", -1)) {
        int sign = after(amount, '=');
        amounts.put(plain(amount.substring(0, sign)), Long.valueOf(amount.substring(sign + 1)));
      }
    }
    return amounts;
  }

  static String ofNotes(List<Judgement> notes) {
    return notes.stream()
        .flatMap(note -> said(note.verdict()).map(said -> note.rule() + "=" + said).stream())
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> said(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passes _ -> Optional.empty();
      case Verdict.Warns(Reason reason) -> Optional.of("warn:" + reason.code());
      case Verdict.Asks(Reason reason) -> Optional.of("ask:" + reason.code());
      case Verdict.Refuses(Reason reason) -> Optional.of("deny:" + reason.code());
    };
  }

  static List<Judgement> toNotes(String text) {
    var notes = new ArrayList<Judgement>();
    if (!whole(text, "its verdicts were masked or cut").isEmpty()) {
      for (String note : text.split(" ", -1)) {
        int sign = after(note, '=');
        notes.add(new Judgement(note.substring(0, sign), verdict(note.substring(sign + 1))));
      }
    }
    return notes;
  }

  private static Verdict verdict(String said) {
    int sign = after(said, ':');
    String code = said.substring(sign + 1);
    // the ledger keeps the code alone
    var reason = new Reason(code, "Recorded as `%s`.".formatted(code), "");
    return switch (said.substring(0, sign)) {
      case "warn" -> reason.warns();
      case "ask" -> reason.asks();
      case "deny" -> reason.refuses();
      default -> throw new IllegalArgumentException("its verdicts cannot be read");
    };
  }

  /// The text, unless the ledger took something away from it.
  static String whole(String text, String complaint) {
    if (text.contains("[address]") || text.contains("[number]") || text.endsWith(CUT)) {
      throw new IllegalArgumentException(complaint);
    }
    return text;
  }

  private static int after(String text, char sign) {
    int place = text.indexOf(sign);
    if (place < 1) {
      throw new IllegalArgumentException("its facts cannot be read");
    }
    return place;
  }

  private static String escaped(String text) {
    if (isPlain(text)) {
      return text;
    }
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SIGNS.indexOf(c) >= 0) {
        escaped.append("%%%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  // nearly every text is, and needs no other
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (SIGNS.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        int end = i + 1 + DIGITS;
        if (end > text.length()) {
          throw new IllegalArgumentException("its facts cannot be read");
        }
        plain.append((char) Integer.parseInt(text.substring(i + 1, end), HEX));
        i = end - 1;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }
}
