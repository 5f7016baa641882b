package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.kit.http;

public final class Pipe {}
