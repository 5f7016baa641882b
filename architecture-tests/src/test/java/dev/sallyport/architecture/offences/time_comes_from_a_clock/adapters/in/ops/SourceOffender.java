package dev.sallyport.architecture.offences.time_comes_from_a_clock.adapters.in.ops;

import java.time.InstantSource;

final class SourceOffender {
  InstantSource read() {
    return InstantSource.system();
  }
}
