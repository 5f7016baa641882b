package dev.sallyport.architecture.offences.application_knows_only_the_domain.domain.grant;

public record Grant() {}
