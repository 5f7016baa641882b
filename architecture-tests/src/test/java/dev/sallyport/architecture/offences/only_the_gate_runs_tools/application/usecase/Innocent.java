package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.usecase;

import dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend.Tool;

final class Innocent {
  String told(Tool tool) {
    return tool.spec() + act();
  }

  private static String act() {
    return "an act of its own";
  }
}
