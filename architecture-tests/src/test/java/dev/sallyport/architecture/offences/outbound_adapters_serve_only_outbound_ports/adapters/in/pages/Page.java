package dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.adapters.in.pages;

public final class Page {}
