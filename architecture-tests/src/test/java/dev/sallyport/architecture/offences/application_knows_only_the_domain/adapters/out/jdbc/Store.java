package dev.sallyport.architecture.offences.application_knows_only_the_domain.adapters.out.jdbc;

public final class Store {}
