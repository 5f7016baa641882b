package dev.sallyport.architecture.offences.only_the_gate_runs_tools.adapters.backend.chat;

import dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend.ReadTool;

final class InnocentTool implements ReadTool<String> {
  @Override
  public String spec() {
    return "look";
  }

  @Override
  public String footprint(String input) {
    return input;
  }

  // whoever calls it by its erasure is led here by a bridge of the compiler's
  @Override
  public String act(String input) {
    return input;
  }
}
