package dev.sallyport.architecture.offences.no_package_cycles.domain.one.two;

public record Two() {}
