/// Made for the trial of `OUTBOUND_ADAPTERS_SERVE_ONLY_OUTBOUND_PORTS`.
@NullMarked
package dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.adapters.backend.chat;

import org.jspecify.annotations.NullMarked;
