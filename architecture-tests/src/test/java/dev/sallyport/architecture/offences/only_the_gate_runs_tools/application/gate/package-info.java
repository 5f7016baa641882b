/// Made for the trial of `ONLY_THE_GATE_RUNS_TOOLS`.
@NullMarked
package dev.sallyport.architecture.offences.only_the_gate_runs_tools.application.gate;

import org.jspecify.annotations.NullMarked;
