package dev.sallyport.domain.tool;

import dev.sallyport.domain.id.ToolName;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// What a tool is, once and for everyone: the list that assistants see, the page that people tick
/// and the policy all read it.
///
/// It starts from the strictest reading, and a tool earns each ease by naming it; so forgetting one
/// fails safe.
///
/// @param hints what hosts are told of it beside its effect
/// @param eases those that it earned
public record ToolSpec(
    Words words, Scope scope, Effect effect, Hints hints, Weight weight, Set<Ease> eases) {
  public ToolSpec {
    Objects.requireNonNull(words);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(effect);
    Objects.requireNonNull(hints);
    Objects.requireNonNull(weight);
    eases = Set.copyOf(eases);
    if (eases.contains(Ease.CACHED) && effect.changesSomething()) {
      throw new IllegalArgumentException("only the answer of a read may be kept");
    }
    if (eases.contains(Ease.PROFILE) && effect.changesSomething()) {
      throw new IllegalArgumentException("only a read tells whose account this is");
    }
    if (effect.changesSomething() == hints.equals(Hints.OF_READS)) {
      throw new IllegalArgumentException("the hints of a read belong to a read, and to no other");
    }
  }

  public static ToolSpec named(String name, String title, Scope needs) {
    return new ToolSpec(
        new Words(new ToolName(name), title, "", "", ""),
        needs,
        Effect.DESTROY,
        Hints.STRICTEST,
        Weight.EXPENSIVE,
        Set.of());
  }

  public ToolName name() {
    return words.name();
  }

  public String title() {
    return words.title();
  }

  public String purpose() {
    return words.purpose();
  }

  public String whileRunning() {
    return words.whileRunning();
  }

  public String whenDone() {
    return words.whenDone();
  }

  /// Whether each call names the places it touches.
  public boolean placed() {
    return !eases.contains(Ease.UNPLACED);
  }

  /// Whether an answer may be kept for a while; only ever that of a read.
  public boolean cached() {
    return eases.contains(Ease.CACHED);
  }

  /// Whether its answer tells hosts whose account this is.
  public boolean profile() {
    return eases.contains(Ease.PROFILE);
  }

  /// The same tool under another name.
  public ToolSpec called(ToolName other) {
    return with(new Words(other, title(), purpose(), whileRunning(), whenDone()));
  }

  public ToolSpec purpose(String sentence) {
    return with(new Words(name(), title(), sentence, whileRunning(), whenDone()));
  }

  public ToolSpec says(String running, String done) {
    return with(new Words(name(), title(), purpose(), running, done));
  }

  public ToolSpec effect(Effect worst) {
    Hints begun = worst.changesSomething() ? Hints.STRICTEST : Hints.OF_READS;
    return new ToolSpec(words, scope, worst, begun, weight, eases);
  }

  /// After the effect, which begins with the strictest.
  public ToolSpec hints(Hints eased) {
    return new ToolSpec(words, scope, effect, eased, weight, eases);
  }

  public ToolSpec weight(Weight how) {
    return new ToolSpec(words, scope, effect, hints, how, eases);
  }

  /// For a tool whose calls touch no place, or whatever the grant reaches.
  public ToolSpec unplaced() {
    return with(Ease.UNPLACED);
  }

  public ToolSpec cacheable() {
    return with(Ease.CACHED);
  }

  /// For the one tool whose answer tells hosts whose account this is.
  public ToolSpec profiling() {
    return with(Ease.PROFILE);
  }

  private ToolSpec with(Words other) {
    return new ToolSpec(other, scope, effect, hints, weight, eases);
  }

  private ToolSpec with(Ease earned) {
    var all = EnumSet.of(earned);
    all.addAll(eases);
    return new ToolSpec(words, scope, effect, hints, weight, all);
  }

  /// What it is called, and what people and models are told of it.
  public record Words(
      ToolName name, String title, String purpose, String whileRunning, String whenDone) {
    public Words {
      Objects.requireNonNull(name);
      Objects.requireNonNull(title);
      Objects.requireNonNull(purpose);
      Objects.requireNonNull(whileRunning);
      Objects.requireNonNull(whenDone);
    }
  }

  /// What a tool is let off.
  public enum Ease {
    /// To name the places that each call touches.
    UNPLACED,
    /// To be asked anew each time.
    CACHED,
    /// To keep to itself whose account this is.
    PROFILE
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
