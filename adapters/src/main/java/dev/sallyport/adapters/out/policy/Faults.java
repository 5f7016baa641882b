package dev.sallyport.adapters.out.policy;

import dev.sallyport.application.port.out.PolicyReader.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/// Everything wrong with one text, gathered while it is read.
final class Faults {
  private final List<Fault> all = new ArrayList<>();

  void at(Node node, String what, String remedy) {
    at(node.getStartMark(), what, remedy);
  }

  void at(Mark mark, String what, String remedy) {
    all.add(new Fault(mark.getLine() + 1, mark.getColumn() + 1, what, remedy));
  }

  /// About the text as a whole.
  void atStart(String what, String remedy) {
    all.add(new Fault(1, 1, what, remedy));
  }

  boolean none() {
    return all.isEmpty();
  }

  /// As they stand in the text.
  List<Fault> inOrder() {
    return all.stream()
        .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
        .toList();
  }
}
