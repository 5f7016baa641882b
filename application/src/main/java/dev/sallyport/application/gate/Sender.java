package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Listener;
import java.time.Instant;
import java.util.Optional;

/// Who waits for an errand: the call it is part of, until that has waited long enough. It cannot be
/// asked anything, and how far one of many is would only confuse its own listener.
final class Sender implements Listener {
  private final GateAccess outer;
  private volatile boolean left;

  Sender(GateAccess outer) {
    this.outer = outer;
  }

  Command sends(Offer<?, ?> offer, Instant deadline) {
    Command from = outer.call().command();
    return new Command(
        from.caller(),
        offer.name(),
        "",
        deadline,
        from.fresh(),
        from.locale(),
        from.zone(),
        Optional.empty(),
        this);
  }

  void leaves() {
    left = true;
  }

  @Override
  public boolean gone() {
    return left || outer.cancelled();
  }

  @Override
  public void progress(double done, double of) {}
}
