package dev.sallyport.architecture.offences.the_inside_does_not_log.application.usecase;

import java.util.logging.Logger;

record OldOffender(Logger log) {}
