package dev.sallyport.architecture.offences.randomness_comes_from_a_port.bootstrap;

import java.util.Collections;
import java.util.List;

final class ShuffleOffender {
  void mix(List<String> cards) {
    Collections.shuffle(cards);
  }
}
