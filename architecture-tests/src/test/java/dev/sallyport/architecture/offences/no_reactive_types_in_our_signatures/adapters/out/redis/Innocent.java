package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.out.redis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

final class Innocent {
  String ask(Executor threads) {
    return CompletableFuture.supplyAsync(() -> "asked", threads)
        .thenCompose(text -> CompletableFuture.completedFuture(text))
        .join();
  }
}
