package dev.sallyport.architecture.offences.nobody_knows_bootstrap.adapters.in.pages;

import dev.sallyport.architecture.offences.nobody_knows_bootstrap.bootstrap.Wiring;

record Offender(Wiring wiring) {}
