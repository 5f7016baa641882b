package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.in.pages;

import reactor.core.publisher.Mono;

interface MonoOffender {
  void show(Mono<String> page);
}
