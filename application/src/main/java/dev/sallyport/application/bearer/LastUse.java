package dev.sallyport.application.bearer;

import dev.sallyport.application.port.out.ApiKeys.Whereabouts;
import java.time.Duration;
import java.time.Instant;

/// When one key was last used, noted once a minute at most.
public final class LastUse {
  private final LastUses uses;
  private final Whereabouts key;
  private final Pause pause = new Pause(Duration.ofMinutes(1));

  LastUse(LastUses uses, Whereabouts key) {
    this.uses = uses;
    this.key = key;
  }

  /// Leaves a note for the background, unless one of this minute was left. Waits for nobody.
  public void note(Instant at) {
    if (pause.isOver(at)) {
      uses.note(key, at);
    }
  }
}
