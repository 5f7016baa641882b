package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Severity;
import java.math.BigDecimal;
import java.util.Optional;

/// Passes on what a call tells on its way, as far as its client wants to hear it.
final class Ears implements CallTool.Listener {
  private final Ask ask;
  private double told = Double.NEGATIVE_INFINITY;

  Ears(Ask ask) {
    this.ask = ask;
  }

  @Override
  public boolean gone() {
    return ask.exchange().gone();
  }

  // told under the same lock, or a later step could overtake an earlier one
  @Override
  public synchronized void progress(double done, double of) {
    ask.meta()
        .progressToken()
        .filter(_ -> isFurther(done))
        .ifPresent(token -> {
          ObjectNode params = JsonNodeFactory.instance.objectNode();
          params.set("progressToken", token);
          params.put("progress", BigDecimal.valueOf(done));
          if (Double.isFinite(of)) {
            params.put("total", BigDecimal.valueOf(of));
          }
          ask.notify("notifications/progress", params);
        });
  }

  // progress that goes back, or stands, is none
  private boolean isFurther(double done) {
    if (!ask.exchange().streams() || !Double.isFinite(done) || done <= told) {
      return false;
    }
    told = done;
    return true;
  }

  @Override
  public void log(Severity severity, String line) {
    if (ask.exchange().streams() && hears(severity)) {
      ask.notify(
          "notifications/message",
          JsonNodeFactory.instance
              .objectNode()
              .put("level", Meta.word(severity))
              .put("logger", "sallyport")
              .put("data", line));
    }
  }

  private boolean hears(Severity severity) {
    return ask.meta()
        .severity()
        .or(() -> ask.revision().isModern() ? Optional.empty() : Optional.of(wished()))
        .filter(least -> severity.compareTo(least) >= 0)
        .isPresent();
  }

  /// Older clients cannot say what they want to hear with each request: until they said it on a
  /// line that stays, they hear what matters.
  private Severity wished() {
    return ask.exchange().hearsFrom().orElse(Severity.INFO);
  }

  @Override
  public boolean canBeAsked(Question.Kind kind) {
    return ask.canBeAsked(kind);
  }
}
