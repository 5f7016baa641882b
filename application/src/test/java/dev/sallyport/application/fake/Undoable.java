package dev.sallyport.application.fake;

/// A store in memory that can take part in a unit of work.
public interface Undoable {
  /// Remembers how it is now, and answers what brings that back.
  Runnable snapshot();
}
