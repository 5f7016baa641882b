package dev.sallyport.architecture.offences.only_the_gate_runs_tools.adapters.backend.chat;

import dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend.WriteTool;

final class SendTool implements WriteTool {
  @Override
  public String spec() {
    return "send";
  }

  @Override
  public String footprint(String input) {
    return input;
  }

  @Override
  public String act(String input) {
    return input;
  }

  @Override
  public String findSent(String input) {
    return input;
  }
}
