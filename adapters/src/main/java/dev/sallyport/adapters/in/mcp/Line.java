package dev.sallyport.adapters.in.mcp;

/// What a conversation goes over. Nothing of it may wait for anything.
public interface Line {
  /// From now on it goes over this one. Comes before anything else.
  void carry(Conversation conversation);

  void say(Json message);

  /// More can be heard again, after [Conversation#hear] said that it was enough.
  void listen();

  /// Comes about every second, for what has to be done by time.
  default void beat() {}

  /// Ends it, once what was said is through.
  void hangUp(Ending why);

  /// Why we end a conversation.
  enum Ending {
    /// Who speaks may not any more.
    NOT_ALLOWED,
    /// The house stops.
    STOPPING
  }
}
