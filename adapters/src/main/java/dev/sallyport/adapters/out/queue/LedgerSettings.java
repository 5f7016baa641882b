package dev.sallyport.adapters.out.queue;

import io.micronaut.context.annotation.ConfigurationProperties;

/// What the operator wants to have in the ledger.
///
/// @param reads whether reads that were allowed get entries
@ConfigurationProperties("sallyport.ledger")
record LedgerSettings(boolean reads) {}
