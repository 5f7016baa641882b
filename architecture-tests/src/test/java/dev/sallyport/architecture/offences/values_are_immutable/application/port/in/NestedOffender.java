package dev.sallyport.architecture.offences.values_are_immutable.application.port.in;

interface NestedOffender {
  void call(Command command);

  final class Command {
    private String tool = "none";

    void choose(String chosen) {
      tool = chosen;
    }

    String tool() {
      return tool;
    }
  }
}
