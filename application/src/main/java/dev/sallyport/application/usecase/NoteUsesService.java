package dev.sallyport.application.usecase;

import dev.sallyport.application.bearer.LastUses;
import dev.sallyport.application.port.in.NoteUses;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.ApiKeys.Use;
import java.util.List;

/// Carries what was noted to the store, and keeps it while that is away.
public final class NoteUsesService implements NoteUses {
  private final LastUses uses;
  private final ApiKeys keys;

  public NoteUsesService(LastUses uses, ApiKeys keys) {
    this.uses = uses;
    this.keys = keys;
  }

  @Override
  public void note() {
    List<Use> taken = uses.take();
    if (taken.isEmpty()) {
      return;
    }
    boolean stored = false;
    try {
      keys.used(taken);
      stored = true;
    } finally {
      if (!stored) {
        uses.giveBack(taken);
      }
    }
  }
}
