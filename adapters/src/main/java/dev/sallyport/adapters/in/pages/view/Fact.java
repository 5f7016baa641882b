package dev.sallyport.adapters.in.pages.view;

/// One line of a list of facts.
public record Fact(String name, String value) {}
