package dev.sallyport.architecture.offences.adapters_keep_to_themselves.adapters.in.pages;

public record RecordOffender() {}
