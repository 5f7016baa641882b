package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.adapters.in.mcp;

import dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.adapters.backend.chat.Chat;

record RoomOffender(Chat room) {}
