package dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.domain.grant;

public record Grant() {}
