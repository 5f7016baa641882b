package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.usecase;

import dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend.Tool;

final class FootprintOffender {
  String look(Tool tool) {
    return tool.footprint("in");
  }
}
