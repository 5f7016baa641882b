package dev.sallyport.architecture.offences.nobody_knows_bootstrap.bootstrap.commands;

import dev.sallyport.architecture.offences.nobody_knows_bootstrap.bootstrap.Wiring;

record Innocent(Wiring wiring) {}
