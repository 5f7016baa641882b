package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.in.pages.view;

public record View() {}
