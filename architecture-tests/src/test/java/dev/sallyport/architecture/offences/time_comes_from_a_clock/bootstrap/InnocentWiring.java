package dev.sallyport.architecture.offences.time_comes_from_a_clock.bootstrap;

import java.time.InstantSource;

final class InnocentWiring {
  InstantSource read() {
    return InstantSource.system();
  }
}
