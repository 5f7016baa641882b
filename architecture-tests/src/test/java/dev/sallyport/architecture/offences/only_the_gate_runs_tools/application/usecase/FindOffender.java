package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.usecase;

import dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend.WriteTool;

final class FindOffender {
  String find(WriteTool tool) {
    return tool.findSent("in");
  }
}
