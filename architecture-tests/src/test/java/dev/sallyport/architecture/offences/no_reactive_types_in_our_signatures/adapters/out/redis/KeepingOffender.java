package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.out.redis;

import java.util.concurrent.CompletionStage;

record KeepingOffender(CompletionStage<String> answer) {}
