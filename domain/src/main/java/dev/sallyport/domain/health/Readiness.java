package dev.sallyport.domain.health;

import java.util.List;

/// Whether the house can answer calls, and the checkups that say so.
public record Readiness(List<Checkup> checkups) {
  public Readiness {
    checkups = List.copyOf(checkups);
  }

  /// What the checkups add up to.
  public State state() {
    if (checkups.stream().anyMatch(Checkup::blocks)) {
      return State.DOWN;
    }
    return checkups.stream().anyMatch(Checkup::ails) ? State.DEGRADED : State.UP;
  }

  /// The whole house in one word.
  public enum State {
    UP,
    /// Answering, without something optional.
    DEGRADED,
    DOWN
  }
}
