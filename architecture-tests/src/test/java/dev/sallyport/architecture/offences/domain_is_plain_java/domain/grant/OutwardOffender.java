package dev.sallyport.architecture.offences.domain_is_plain_java.domain.grant;

import dev.sallyport.architecture.offences.domain_is_plain_java.application.port.in.Port;

record OutwardOffender(Port port) {}
