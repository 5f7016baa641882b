package dev.sallyport.adapters.in.pages.view;

/// What stands around every page.
public record Frame(String version, String style, String icon) {}
