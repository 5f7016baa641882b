package dev.sallyport.domain.tool;

import dev.sallyport.domain.id.ToolName;
import java.util.Objects;

/// What a tool is, once and for everyone: the list that assistants see, the page that people tick
/// and the policy all read it.
///
/// It starts from the strictest reading, and a tool earns each ease by naming it; so forgetting one
/// fails safe.
///
/// @param hints what hosts are told of it beside its effect
/// @param placed whether each call names the places it touches
/// @param cached whether an answer may be kept for a while; only ever that of a read
/// @param profile whether its answer tells hosts whose account this is
public record ToolSpec(
    ToolName name,
    String title,
    String purpose,
    Scope scope,
    Effect effect,
    Hints hints,
    Weight weight,
    boolean placed,
    boolean cached,
    boolean profile,
    String whileRunning,
    String whenDone) {
  public ToolSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(effect);
    Objects.requireNonNull(hints);
    Objects.requireNonNull(weight);
    Objects.requireNonNull(whileRunning);
    Objects.requireNonNull(whenDone);
    if (cached && effect.changesSomething()) {
      throw new IllegalArgumentException("only the answer of a read may be kept");
    }
    if (profile && effect.changesSomething()) {
      throw new IllegalArgumentException("only a read tells whose account this is");
    }
    if (effect.changesSomething() == hints.equals(Hints.OF_READS)) {
      throw new IllegalArgumentException("the hints of a read belong to a read, and to no other");
    }
  }

  public static ToolSpec named(String name, String title, Scope needs) {
    return new ToolSpec(
        new ToolName(name),
        title,
        "",
        needs,
        Effect.DESTROY,
        Hints.STRICTEST,
        Weight.EXPENSIVE,
        true,
        false,
        false,
        "",
        "");
  }

  /// The same tool under another name.
  public ToolSpec called(ToolName other) {
    return new ToolSpec(
        other,
        title,
        purpose,
        scope,
        effect,
        hints,
        weight,
        placed,
        cached,
        profile,
        whileRunning,
        whenDone);
  }

  public ToolSpec purpose(String sentence) {
    return new ToolSpec(
        name,
        title,
        sentence,
        scope,
        effect,
        hints,
        weight,
        placed,
        cached,
        profile,
        whileRunning,
        whenDone);
  }

  public ToolSpec effect(Effect worst) {
    return new ToolSpec(
        name,
        title,
        purpose,
        scope,
        worst,
        worst.changesSomething() ? Hints.STRICTEST : Hints.OF_READS,
        weight,
        placed,
        cached,
        profile,
        whileRunning,
        whenDone);
  }

  /// After the effect, which begins with the strictest.
  public ToolSpec hints(Hints eased) {
    return new ToolSpec(
        name,
        title,
        purpose,
        scope,
        effect,
        eased,
        weight,
        placed,
        cached,
        profile,
        whileRunning,
        whenDone);
  }

  public ToolSpec weight(Weight how) {
    return new ToolSpec(
        name,
        title,
        purpose,
        scope,
        effect,
        hints,
        how,
        placed,
        cached,
        profile,
        whileRunning,
        whenDone);
  }

  /// For a tool whose calls touch no place, or whatever the grant reaches.
  public ToolSpec unplaced() {
    return new ToolSpec(
        name,
        title,
        purpose,
        scope,
        effect,
        hints,
        weight,
        false,
        cached,
        profile,
        whileRunning,
        whenDone);
  }

  public ToolSpec cacheable() {
    return new ToolSpec(
        name,
        title,
        purpose,
        scope,
        effect,
        hints,
        weight,
        placed,
        true,
        profile,
        whileRunning,
        whenDone);
  }

  /// For the one tool whose answer tells hosts whose account this is.
  public ToolSpec profiling() {
    return new ToolSpec(
        name,
        title,
        purpose,
        scope,
        effect,
        hints,
        weight,
        placed,
        cached,
        true,
        whileRunning,
        whenDone);
  }

  public ToolSpec says(String running, String done) {
    return new ToolSpec(
        name, title, purpose, scope, effect, hints, weight, placed, cached, profile, running, done);
  }

  /// What hosts are told, so that they know when to ask the person first.
  ///
  /// @param destructive whether something is lost, or cannot be taken back
  /// @param idempotent whether doing it again changes nothing more
  /// @param openWorld whether it reaches systems of others
  public record Hints(boolean destructive, boolean idempotent, boolean openWorld) {
    public static final Hints OF_READS = new Hints(false, true, false);
    public static final Hints STRICTEST = new Hints(true, false, true);

    /// Adds something, here, and takes nothing away.
    public static final Hints ADDING = new Hints(false, false, false);

    /// Overwrites or removes something, here.
    public static final Hints OVERWRITING = new Hints(true, false, false);
  }

  /// How much a call asks of the house and its backends.
  public enum Weight {
    CORE,
    /// Many things in one call: it costs its number of things.
    BATCH,
    EXPENSIVE
  }
}
