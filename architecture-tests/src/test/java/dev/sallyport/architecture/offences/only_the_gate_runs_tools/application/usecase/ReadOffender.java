package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.usecase;

import dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend.ReadTool;

final class ReadOffender {
  String read(ReadTool<String> tool) {
    return tool.act("in");
  }
}
