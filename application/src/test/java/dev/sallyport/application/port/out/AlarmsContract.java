package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ToolName;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [Alarms] must do. Extend it; override nothing but what is abstract.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class AlarmsContract {
  private static final CallId CALL = new CallId("0000000000000000000000000000000c");
  private static final ToolName TOOL = new ToolName("messages.read");

  protected abstract Alarms alarms();

  /// What operators got to see, one text for each alarm.
  protected abstract List<String> told();

  @Test
  void an_answer_from_outside_the_reach_is_told_with_its_call_and_tool() {
    alarms().raise(new Alarm.OutsideReach(CALL, new BackendId("chat"), TOOL));

    assertThat(told())
        .singleElement()
        .satisfies(text -> assertThat(text).contains(CALL.value(), "chat", TOOL.value()));
  }

  @Test
  void an_answer_that_does_not_fit_is_told_with_its_call_tool_and_place() {
    alarms().raise(new Alarm.AnswerUnfit(CALL, TOOL, List.of("/title/maxLength")));

    assertThat(told())
        .singleElement()
        .satisfies(
            text -> assertThat(text).contains(CALL.value(), TOOL.value(), "/title/maxLength"));
  }

  @Test
  void a_bug_is_told_with_its_call_and_kind() {
    alarms().raise(new Alarm.Bug(CALL, TOOL, new IllegalStateException("canary")));

    assertThat(told())
        .singleElement()
        .satisfies(text -> assertThat(text).contains(CALL.value(), "IllegalStateException"));
  }

  @Test
  void what_could_not_be_checked_is_told_with_its_name_and_kind() {
    alarms().raise(new Alarm.Unchecked("keyring", new IllegalStateException("canary")));

    assertThat(told())
        .singleElement()
        .satisfies(text -> assertThat(text).contains("keyring", "IllegalStateException"));
  }
}
