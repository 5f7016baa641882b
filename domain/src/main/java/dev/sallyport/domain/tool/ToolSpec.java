package dev.sallyport.domain.tool;

import dev.sallyport.domain.id.ToolName;
import java.util.Objects;

/// What a tool is, once and for everyone: the list that assistants see, the page that people tick
/// and the policy all read it.
///
/// It starts from the strictest reading, and a tool earns each ease by naming it; so forgetting one
/// fails safe.
///
/// @param placed whether each call names the places it touches
/// @param cached whether an answer may be kept for a while; only ever that of a read
public record ToolSpec(
    ToolName name,
    String title,
    String purpose,
    Scope scope,
    Effect effect,
    Weight weight,
    boolean placed,
    boolean cached,
    String whileRunning,
    String whenDone) {
  public ToolSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(effect);
    Objects.requireNonNull(weight);
    Objects.requireNonNull(whileRunning);
    Objects.requireNonNull(whenDone);
    if (cached && effect.changesSomething()) {
      throw new IllegalArgumentException("only the answer of a read may be kept");
    }
  }

  public static ToolSpec named(String name, String title, Scope needs) {
    return new ToolSpec(
        new ToolName(name),
        title,
        "",
        needs,
        Effect.DESTROY,
        Weight.EXPENSIVE,
        true,
        false,
        "",
        "");
  }

  /// The same tool under another name.
  public ToolSpec called(ToolName other) {
    return new ToolSpec(
        other, title, purpose, scope, effect, weight, placed, cached, whileRunning, whenDone);
  }

  public ToolSpec purpose(String sentence) {
    return new ToolSpec(
        name, title, sentence, scope, effect, weight, placed, cached, whileRunning, whenDone);
  }

  public ToolSpec effect(Effect worst) {
    return new ToolSpec(
        name, title, purpose, scope, worst, weight, placed, cached, whileRunning, whenDone);
  }

  public ToolSpec weight(Weight how) {
    return new ToolSpec(
        name, title, purpose, scope, effect, how, placed, cached, whileRunning, whenDone);
  }

  /// For a tool whose calls touch no place, or whatever the grant reaches.
  public ToolSpec unplaced() {
    return new ToolSpec(
        name, title, purpose, scope, effect, weight, false, cached, whileRunning, whenDone);
  }

  public ToolSpec cacheable() {
    return new ToolSpec(
        name, title, purpose, scope, effect, weight, placed, true, whileRunning, whenDone);
  }

  public ToolSpec says(String running, String done) {
    return new ToolSpec(name, title, purpose, scope, effect, weight, placed, cached, running, done);
  }

  /// How much a call asks of the house and its backends.
  public enum Weight {
    CORE,
    /// Many things in one call: it costs its number of things.
    BATCH,
    EXPENSIVE
  }
}
