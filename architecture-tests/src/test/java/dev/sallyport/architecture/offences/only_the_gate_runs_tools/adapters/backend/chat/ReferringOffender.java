package dev.sallyport.architecture.offences.only_the_gate_runs_tools.adapters.backend.chat;

import java.util.function.UnaryOperator;

final class ReferringOffender {
  UnaryOperator<String> twice(SendTool tool) {
    return tool::act;
  }
}
