package dev.sallyport.architecture.offences.reactive_code_stays_in_kit_http.adapters.kit.http;

import reactor.core.publisher.Mono;

final class Innocent {
  Mono<String> ask() {
    return Mono.just("asked");
  }
}
