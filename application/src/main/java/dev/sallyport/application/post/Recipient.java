package dev.sallyport.application.post;

/// Somebody who waits at this instance. Must not keep whoever tells them waiting.
public interface Recipient {
  void told(String text);

  /// Nothing comes any more: their time or their grant is over, they are [#gone], or the house
  /// closes. Told at most once, and never to who waited for one text and got it.
  void ended();

  /// Whether nobody is there any more who could use what comes.
  default boolean gone() {
    return false;
  }
}
