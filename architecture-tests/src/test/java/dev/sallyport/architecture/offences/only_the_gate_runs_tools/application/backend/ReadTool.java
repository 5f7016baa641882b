package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend;

public interface ReadTool<I> extends Tool {
  String act(I input);
}
