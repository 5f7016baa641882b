package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend;

public interface WriteTool extends Tool {
  String act(String input);

  String findSent(String input);
}
