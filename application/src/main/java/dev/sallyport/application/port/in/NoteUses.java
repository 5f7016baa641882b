package dev.sallyport.application.port.in;

/// Stores when keys were last used: a job of the instance, so that no caller waits for it.
public interface NoteUses {
  void note();
}
