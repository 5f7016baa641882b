package dev.sallyport.architecture.offences.nobody_knows_bootstrap.bootstrap;

public final class Wiring {}
