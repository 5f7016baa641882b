package dev.sallyport.architecture.offences.adapters_keep_to_themselves.adapters.kit.http;

public final class InnocentPipe {}
