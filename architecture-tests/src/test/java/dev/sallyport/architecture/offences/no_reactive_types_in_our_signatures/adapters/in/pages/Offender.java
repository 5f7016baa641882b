package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.in.pages;

import java.util.concurrent.Flow;

interface Offender {
  Flow.Publisher<String> page();
}
