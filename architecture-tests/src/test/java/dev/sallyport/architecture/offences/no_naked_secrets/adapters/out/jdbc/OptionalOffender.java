package dev.sallyport.architecture.offences.no_naked_secrets.adapters.out.jdbc;

import java.util.Optional;

record OptionalOffender(Optional<String> apiKey) {}
