package dev.sallyport.architecture.offences.reactive_code_stays_in_kit_http.adapters.out.redis;

import reactor.core.publisher.Mono;

final class Offender {
  Object ask() {
    return Mono.just("asked");
  }
}
