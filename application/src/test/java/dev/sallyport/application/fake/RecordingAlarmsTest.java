package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.AlarmsContract;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class RecordingAlarmsTest extends AlarmsContract {
  private final RecordingAlarms alarms = new RecordingAlarms();

  @Override
  protected Alarms alarms() {
    return alarms;
  }

  @Override
  protected List<String> told() {
    return alarms.raised().stream().map(Object::toString).toList();
  }
}
