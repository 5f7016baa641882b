package dev.sallyport.domain.content;

import java.util.Map;
import java.util.Objects;

/// What the other end replied to the questions of an earlier attempt at the same call.
///
/// @param byQuestion the reply's JSON by the name that the question was given
/// @param state what the tool wanted to be told again
public record Replies(Map<String, String> byQuestion, String state) {
  public Replies {
    byQuestion = Map.copyOf(byQuestion);
    Objects.requireNonNull(state);
  }

  /// Without what somebody wrote.
  @Override
  public String toString() {
    return "Replies[…]";
  }
}
