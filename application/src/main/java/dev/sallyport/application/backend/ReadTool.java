package dev.sallyport.application.backend;

/// A tool that changes nothing, and may therefore be asked again.
public non-sealed interface ReadTool<I, O> extends Tool<I, O> {
  /// Must answer nothing from outside `access.reach()`; the gate withholds what does.
  Outcome<O> act(I input, Access access);
}
