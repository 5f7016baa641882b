/// Made for the trial of `INBOUND_ADAPTERS_DRIVE_ONLY_INBOUND_PORTS`.
@NullMarked
package dev.sallyport.architecture.offences.inbound_adapters_drive_only_inbound_ports.adapters.backend.chat;

import org.jspecify.annotations.NullMarked;
