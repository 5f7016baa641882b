package dev.sallyport.architecture.offences.the_inside_does_not_log.application.usecase;

record FacadeOffender(org.slf4j.Logger log) {}
