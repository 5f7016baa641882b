package dev.sallyport.adapters.in.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome.Answered;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Results that come from memory, each written once for a revision.
///
/// The gate remembers an answer as one text with all that belongs to it. So a result is known by
/// that very text, and forgotten with it.
@Singleton
final class WrittenAnswers {
  private static final long MOST_BYTES = 16_777_216;

  private final Map<Revision, Cache<String, Json>> written = new EnumMap<>(Revision.class);

  WrittenAnswers() {
    for (Revision revision : Revision.values()) {
      written.put(
          revision,
          Caffeine.newBuilder()
              .weakKeys()
              .maximumWeight(MOST_BYTES)
              .weigher((String _, Json json) -> json.length())
              .executor(Runnable::run)
              .build());
    }
  }

  /// Whether it says nothing of this one call.
  static boolean mayHold(Answered answered, Answer answer) {
    return answered.remembered() && answered.notes().isEmpty() && answer.warnings().isEmpty();
  }

  Json of(Ask ask, Answered answered, Answer answer, boolean structured) {
    Revision revision = ask.revision();
    return Objects.requireNonNull(written.get(revision))
        .get(
            answered.json(),
            _ -> Json.of(ask.dressed(ToolResult.of(answered, answer, structured, revision))));
  }
}
