package dev.sallyport.adapters.in.pages;

import io.micronaut.serde.annotation.Serdeable;

/// What a program is told when something went wrong.
@Serdeable
record TroubleAnswer(String code, String message, String requestId) {}
