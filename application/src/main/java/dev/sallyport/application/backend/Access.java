package dev.sallyport.application.backend;

import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.content.Severity;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tool.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// What a tool gets to see of whom it works for: never the token, and of the grant only the reach.
public interface Access {
  /// What opens the person's account, where the backend needs one.
  Optional<Secret> credential();

  /// Whether an answer may hold something from there.
  boolean reaches(Place place);

  Locale locale();

  ZoneId zone();

  /// When the caller stops waiting.
  Instant deadline();

  /// Whether the caller has gone, or the deadline has passed.
  boolean cancelled();

  /// Tells the caller how far it is, where it listens.
  void progress(double done, double of);

  /// Tells the caller what happens, where it listens. Nothing secret belongs in it.
  void log(Severity severity, String line);

  /// Whether the other end can be asked such a thing.
  boolean canAsk(Question.Kind kind);

  /// What was replied, if this call was asked something before.
  Optional<Replies> replies();

  /// The other backends, for tools of the gateway itself, while they act. Nobody else gets there.
  default Gateway gateway() {
    throw new IllegalStateException("only the gateway's own tools ask other backends");
  }
}
