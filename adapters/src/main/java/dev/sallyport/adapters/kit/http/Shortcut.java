package dev.sallyport.adapters.kit.http;

import java.util.List;

/// Serves some paths on their connection's own thread, past the framework's router and filters: for
/// what is asked so often that those would cost more than the answer.
///
/// The edge's guards, request ids and security headers are the same as for every other path.
public interface Shortcut {
  boolean takes(String path);

  /// The head of a request came. Must neither block nor throw.
  Visit arrives(Direct direct);

  /// A request on its way in.
  interface Visit {
    /// Its body is whole; not told if it was answered before. Must neither block nor throw.
    void body(byte[] body);
  }

  /// A request, and the way to answer it from any thread.
  interface Direct {
    String method();

    /// The address it comes from, as far as addresses count: one customer's are one.
    String peer();

    /// What stands before the question mark, as it came: nothing in it was decoded.
    String path();

    /// What stands behind the question mark, as it came.
    String query();

    /// Every value that came under that name, in whichever case.
    List<String> headers(String name);

    /// Answers in one piece; another answer is dropped.
    void answer(Answer answer);

    /// Begins to answer piece by piece.
    void begin(Answer head);

    /// Sends a piece of what was begun.
    void write(byte[] piece);

    /// Ends what was begun.
    void end();

    /// Whether it asks that its connection carries messages from now on, and that is possible.
    boolean wantsSocket();

    /// Answers that it does, instead of any other answer. Where it is too late for that, the
    /// listener is told that nobody is there.
    ///
    /// @param headers as in [Answer]
    void upgrade(List<String> headers, SocketListener listener);

    /// Whether the peer takes no answer any more: it went away, or much that was written waits.
    boolean gone();
  }

  /// What is answered.
  ///
  /// @param headers names and values, one after the other
  /// @param body not to be changed
  record Answer(int status, List<String> headers, Piece body) {
    public Answer {
      headers = List.copyOf(headers);
    }
  }

  /// Bytes that nobody changes any more, and that are not copied for that.
  final class Piece {
    public static final Piece NONE = new Piece(new byte[0]);

    private final byte[] bytes;

    private Piece(byte[] bytes) {
      this.bytes = bytes;
    }

    /// Takes them over.
    public static Piece of(byte[] bytes) {
      return new Piece(bytes);
    }

    byte[] bytes() {
      return bytes;
    }
  }
}
