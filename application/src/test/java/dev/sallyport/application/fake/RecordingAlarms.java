package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Alarms;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Alarms that a test can read.
public final class RecordingAlarms implements Alarms {
  private final List<Alarm> raised = new CopyOnWriteArrayList<>();

  @Override
  public void raise(Alarm alarm) {
    raised.add(alarm);
  }

  public List<Alarm> raised() {
    return List.copyOf(raised);
  }
}
