package dev.sallyport.architecture.offences.values_are_immutable.domain.grant;

import java.util.concurrent.atomic.AtomicInteger;

record AtomicOffender(AtomicInteger calls) {}
