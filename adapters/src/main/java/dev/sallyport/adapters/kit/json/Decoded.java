package dev.sallyport.adapters.kit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/// What came of reading a document.
public sealed interface Decoded {
  /// One value, of any kind; numbers are exact.
  record Value(JsonNode json) implements Decoded {
    public Value {
      Objects.requireNonNull(json);
    }
  }

  /// Not a document that we read.
  ///
  /// @param where in words that may be shown, as `at /a/0` or `at byte 17`; it holds at most a few
  ///   clipped names of what was sent
  record Refused(Reason reason, String where) implements Decoded {
    public Refused {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(where);
    }

    /// For people and models.
    public String message() {
      return where.isEmpty() ? reason.message() : reason.message() + ", " + where;
    }
  }

  /// Why a document is refused.
  enum Reason {
    TOO_LARGE("a document has at most %d bytes".formatted(StrictJson.MOST_BYTES)),
    NOT_UTF_8("a document is written in UTF-8"),
    BYTE_ORDER_MARK("a document starts without a byte order mark"),
    EMPTY("there is no document"),
    NOT_JSON("this is not JSON"),
    TRAILING("nothing may follow the document"),
    TOO_DEEP("a document is at most %d levels deep".formatted(StrictJson.MOST_LEVELS)),
    TOO_MANY_TOKENS("a document has at most %d tokens".formatted(StrictJson.MOST_TOKENS)),
    DUPLICATE_NAME("an object has each name once"),
    NUMBER_TOO_LONG("a number has at most %d characters".formatted(StrictJson.LONGEST_NUMBER)),
    NUMBER_OUT_OF_RANGE("a number has to fit a double"),
    LONE_SURROGATE("a text is made of whole characters"),
    NUL_CHARACTER("a text holds no NUL");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    public String message() {
      return message;
    }
  }
}
