package dev.sallyport.architecture.offences.adapters_keep_to_themselves.adapters.in.pages.view;

public record InnocentView() {}
