package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.out.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;

interface FutureOffender {
  List<CompletableFuture<String>> all();
}
