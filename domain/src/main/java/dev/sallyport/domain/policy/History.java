package dev.sallyport.domain.policy;

import dev.sallyport.domain.taint.Taint;
import dev.sallyport.domain.taint.TaintMode;
import java.util.Objects;

/// What went through the grant before, as far as rules ask for it.
///
/// @param today what was sent today (UTC)
/// @param call what this call would add to it
public record History(Sent today, Sent call, Taint taint, TaintMode mode) {
  public static final History NONE =
      new History(Sent.NOTHING, Sent.NOTHING, Taint.NONE, TaintMode.ASK);

  public History {
    Objects.requireNonNull(today);
    Objects.requireNonNull(call);
    Objects.requireNonNull(taint);
    Objects.requireNonNull(mode);
  }

  /// How much was sent, to how many, and how many of those were new to the grant.
  public record Sent(int sends, int recipients, int newcomers) {
    public static final Sent NOTHING = new Sent(0, 0, 0);

    public Sent {
      if (sends < 0 || recipients < 0 || newcomers < 0) {
        throw new IllegalArgumentException("nobody sent less than nothing");
      }
    }
  }
}
