package dev.sallyport.architecture.offences.the_inside_does_no_io.application.usecase;

final class ProcessOffender {
  int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
