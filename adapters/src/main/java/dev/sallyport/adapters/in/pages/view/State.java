package dev.sallyport.adapters.in.pages.view;

/// How the house is: a name for the style sheet and words for people.
public record State(String name, String words) {}
