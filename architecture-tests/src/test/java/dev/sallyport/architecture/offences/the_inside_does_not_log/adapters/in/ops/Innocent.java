package dev.sallyport.architecture.offences.the_inside_does_not_log.adapters.in.ops;

record Innocent(System.Logger log) {}
