package dev.sallyport.adapters.in.pages.view;

/// The page that is shown when something went wrong.
public record Trouble(Frame frame, int status, String title, String message, String requestId) {}
