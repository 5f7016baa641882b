package dev.sallyport.domain.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an entry tells of. The words are part of what is sealed: add, never rename.
public enum Kind {
  /// A write was allowed and claimed; nothing has left yet.
  CLAIMED,
  /// How a claim ended.
  SETTLED,
  /// A write was asked for that was asked for before; nothing was done, and its end was told again.
  REPEATED,
  /// A read was allowed and done.
  READ,
  /// A call was refused.
  DENIED,
  /// A person is asked.
  ASKED,
  /// What the person answered.
  ANSWERED,
  /// A guard found what must not happen, such as a result from outside the reach.
  ALARM,
  /// A grant was narrowed or revoked.
  CHANGED,
  /// A person's data were erased.
  ERASED,
  /// An API key was made, and the grant that it carries.
  KEY_MADE,
  /// An API key was revoked, and its grant.
  KEY_REVOKED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
