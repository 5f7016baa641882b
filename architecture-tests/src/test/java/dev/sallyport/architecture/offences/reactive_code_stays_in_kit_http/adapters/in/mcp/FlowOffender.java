package dev.sallyport.architecture.offences.reactive_code_stays_in_kit_http.adapters.in.mcp;

import java.util.concurrent.Flow;

record FlowOffender(Flow.Subscription line) {}
