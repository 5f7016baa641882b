package dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.kit.log;

import dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.kit.http.Pipe;
import java.time.Instant;

record Innocent(Pipe pipe, Instant at) {}
