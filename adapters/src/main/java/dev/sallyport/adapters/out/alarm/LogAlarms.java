package dev.sallyport.adapters.out.alarm;

import dev.sallyport.application.port.out.Alarms;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Alarms as errors in the log, under the id of the call if there is one.
@Singleton
final class LogAlarms implements Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(LogAlarms.class);

  @Override
  public void raise(Alarm alarm) {
    switch (alarm) {
      case Alarm.OutsideReach(var call, var backend, var tool) ->
          LOG.error(
              "Withheld an answer of {} from backend {}: it came from outside the grant's reach"
                  + " (call {})",
              tool.value(),
              backend.value(),
              call.value());
      case Alarm.AnswerUnfit(var call, var tool, var where) ->
          LOG.error(
              "An answer of {} does not fit its output schema at {} (call {})",
              tool.value(),
              String.join(", ", where),
              call.value());
      case Alarm.Bug(var call, var tool, var fault) ->
          LOG.error(
              "A call of {} met a fault of our own (call {}, {})",
              tool.value(),
              call.value(),
              fault.getClass().getSimpleName(),
              fault);
      case Alarm.Unchecked(var dependency, var fault) ->
          LOG.error(
              "{} could not be checked ({})", dependency, fault.getClass().getSimpleName(), fault);
    }
  }
}
