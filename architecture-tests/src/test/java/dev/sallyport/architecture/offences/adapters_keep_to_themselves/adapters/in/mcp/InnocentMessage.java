package dev.sallyport.architecture.offences.adapters_keep_to_themselves.adapters.in.mcp;

public record InnocentMessage() {}
