package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Severity;
import java.time.Instant;

/// The other end of a call, which is also gone once nobody waits for the call any more.
final class Watched implements Listener {
  private final Listener listener;
  private volatile boolean left;

  Watched(Listener listener) {
    this.listener = listener;
  }

  /// The command, heard by this, and for so long at most.
  Command hears(Command command, Instant latest) {
    return new Command(
        command.caller(),
        command.tool(),
        command.arguments(),
        command.deadline().isBefore(latest) ? command.deadline() : latest,
        command.fresh(),
        command.locale(),
        command.zone(),
        command.replies(),
        this);
  }

  void leaves() {
    left = true;
  }

  @Override
  public boolean gone() {
    return left || listener.gone();
  }

  @Override
  public void progress(double done, double of) {
    listener.progress(done, of);
  }

  @Override
  public void log(Severity severity, String line) {
    listener.log(severity, line);
  }

  @Override
  public boolean canBeAsked(Question.Kind kind) {
    return listener.canBeAsked(kind);
  }
}
