package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.backend;

public interface Tool {
  String spec();

  String footprint(String input);
}
