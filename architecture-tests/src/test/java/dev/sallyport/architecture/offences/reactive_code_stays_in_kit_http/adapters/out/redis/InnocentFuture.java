package dev.sallyport.architecture.offences.reactive_code_stays_in_kit_http.adapters.out.redis;

import java.util.concurrent.CompletableFuture;

final class InnocentFuture {
  String ask() {
    return CompletableFuture.completedFuture("asked").join();
  }
}
