package dev.sallyport.domain.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an entry may tell: ids, labels and hashes, and nothing that somebody wrote.
///
/// The list is closed, so that a body, a token or an address has nowhere to go. The words are part
/// of what is sealed: add, never rename.
public enum Fact {
  CALL,
  REQUEST,
  CLIENT,
  GRANT,
  TOOL,
  BACKEND,
  EFFECT,
  ROLE,
  PLAN,
  /// The hash of the policy that decided.
  POLICY,
  DECISION,
  /// The rule that decided.
  RULE,
  /// What each rule said, as `reach=allow taint=ask`.
  VERDICTS,
  /// The spaces touched; private places are in the personal part.
  PLACES,
  /// What was counted, as `calls=1 recipients=2`.
  AMOUNTS,
  CLAIM,
  APPROVAL,
  OUTCOME,
  REASON,
  /// What kind of thing was changed, and its id.
  SUBJECT;

  private static final Map<String, Fact> BY_WORD =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Fact::word, Function.identity()));

  // made once: every entry writes a dozen of them
  private final String word = name().toLowerCase(Locale.ROOT);

  public String word() {
    return word;
  }

  public static Optional<Fact> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
