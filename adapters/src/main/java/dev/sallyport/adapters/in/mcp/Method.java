package dev.sallyport.adapters.in.mcp;

/// What one method of the protocol does.
public interface Method {
  String name();

  /// Whether a client of that revision knows it.
  default boolean isIn(Revision revision) {
    return true;
  }

  /// Whether it may have to wait for something, and so needs a thread of its own.
  default boolean mayWait(Ask ask) {
    return true;
  }

  /// Whether the gate holds it to the limits of the plan. The door counts all others, and [Calls]
  /// what is refused before it gets there.
  default boolean isLimited() {
    return false;
  }

  /// Must end in one result or one trouble, now or later, also if it cannot do what it was asked.
  void answer(Ask ask);
}
