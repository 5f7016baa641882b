package dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.kit.http;

public final class Pipe {}
