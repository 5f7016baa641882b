package dev.sallyport.application.gate;

import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.id.ToolName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Writes what tools answer, and holds a sample of it against the schema that hosts were shown: the
/// first answers of each tool, and then every so many.
///
/// What does not fit is told all the same. It is a mistake of ours and leaks nothing, since whose
/// it may be is for the guard to say; and a write that was done must not look as if it were not.
final class Outputs {
  /// Hosts take far less, and every character is held several times on its way out.
  private static final long LONGEST = 8_388_608;

  static final String TOO_LONG =
      "The answer has more than %d characters and was not passed on.".formatted(LONGEST);

  private static final long FIRST = 10;

  private final int every;
  private final Alarms alarms;
  private final Map<ToolName, AtomicLong> written = new ConcurrentHashMap<>();

  /// @param every how many of a tool's answers make one that is looked at; 0 for none
  Outputs(int every, Alarms alarms) {
    this.every = every;
    this.alarms = alarms;
  }

  <O> String write(Call<?, O> call, O output) {
    String json = call.offer().form().write(output);
    if (every > 0 && isSampled(call.offer().name())) {
      check(call, json);
    }
    return json;
  }

  /// Of a read; what a write answers is told whatever its length, since it was done.
  static boolean isTooLong(String json, List<Content> shown) {
    return json.length() + shown.stream().mapToLong(Content::characters).sum() > LONGEST;
  }

  private boolean isSampled(ToolName tool) {
    long before = written.computeIfAbsent(tool, _ -> new AtomicLong()).getAndIncrement();
    return before < FIRST || before % every == 0;
  }

  private void check(Call<?, ?> call, String json) {
    try {
      List<String> where = call.offer().form().unfit(json);
      if (!where.isEmpty()) {
        alarms.raise(new Alarm.AnswerUnfit(call.id(), call.offer().name(), where));
      }
    } catch (RuntimeException | Error fault) {
      // whoever looks on must not break what is looked at
      alarms.raise(new Alarm.Bug(call.id(), call.offer().name(), fault));
    }
  }
}
