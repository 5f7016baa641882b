package dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.adapters.out.redis;

import dev.sallyport.architecture.offences.outbound_adapters_serve_only_outbound_ports.application.port.out.Answers;

final class Innocent implements Answers {}
