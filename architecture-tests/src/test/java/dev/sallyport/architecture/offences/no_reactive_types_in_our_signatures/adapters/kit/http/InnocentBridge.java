package dev.sallyport.architecture.offences.no_reactive_types_in_our_signatures.adapters.kit.http;

import java.util.concurrent.Flow;

interface InnocentBridge {
  Flow.Publisher<String> publish(String text);
}
