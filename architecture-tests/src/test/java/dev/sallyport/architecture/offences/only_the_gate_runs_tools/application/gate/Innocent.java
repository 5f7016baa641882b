package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.gate;

import dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend.WriteTool;

final class Innocent {
  String run(WriteTool tool, String input) {
    return tool.footprint(input) + tool.act(input) + tool.findSent(input);
  }
}
