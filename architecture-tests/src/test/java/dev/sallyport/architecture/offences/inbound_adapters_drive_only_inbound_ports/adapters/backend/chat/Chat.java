package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.adapters.backend.chat;

public final class Chat {}
