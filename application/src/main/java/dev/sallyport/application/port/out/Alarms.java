package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ToolName;
import java.util.List;
import java.util.Objects;

/// Tells operators at once what must not happen.
public interface Alarms {
  /// Must not throw: whoever raises an alarm has something to finish.
  void raise(Alarm alarm);

  /// What happened.
  sealed interface Alarm {
    /// A tool answered with something from outside the grant's reach; it was withheld.
    record OutsideReach(CallId call, BackendId backend, ToolName tool) implements Alarm {
      public OutsideReach {
        Objects.requireNonNull(call);
        Objects.requireNonNull(backend);
        Objects.requireNonNull(tool);
      }
    }

    /// A tool answered what its schema does not promise; it was told all the same.
    ///
    /// @param where in the schema, with nothing of the answer
    record AnswerUnfit(CallId call, ToolName tool, List<String> where) implements Alarm {
      public AnswerUnfit {
        Objects.requireNonNull(call);
        Objects.requireNonNull(tool);
        where = List.copyOf(where);
      }
    }

    /// Our own code or an adapter failed in a way nobody foresaw.
    record Bug(CallId call, ToolName tool, Throwable fault) implements Alarm {
      public Bug {
        Objects.requireNonNull(call);
        Objects.requireNonNull(tool);
        Objects.requireNonNull(fault);
      }
    }

    /// A check of something the house leans on failed in a way nobody foresaw.
    record Unchecked(String dependency, Throwable fault) implements Alarm {
      public Unchecked {
        Objects.requireNonNull(dependency);
        Objects.requireNonNull(fault);
      }
    }
  }
}
