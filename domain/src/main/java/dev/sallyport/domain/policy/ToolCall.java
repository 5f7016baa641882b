package dev.sallyport.domain.policy;

import dev.sallyport.domain.tool.Footprint;
import java.util.Objects;

/// The question put to the policy: who wants what, what it would touch, and what went before.
public record ToolCall(Request request, Footprint footprint, History history, Approval approval) {
  public ToolCall {
    Objects.requireNonNull(request);
    Objects.requireNonNull(footprint);
    Objects.requireNonNull(history);
    Objects.requireNonNull(approval);
  }

  /// The same question, had the person said that.
  public ToolCall with(Approval other) {
    return new ToolCall(request, footprint, history, other);
  }

  /// What the person said to exactly this call.
  public enum Approval {
    NONE,
    /// These arguments and these recipients, once.
    GIVEN
  }
}
