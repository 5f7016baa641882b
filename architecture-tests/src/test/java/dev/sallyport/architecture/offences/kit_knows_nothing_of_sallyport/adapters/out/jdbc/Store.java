package dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.out.jdbc;

public final class Store {}
