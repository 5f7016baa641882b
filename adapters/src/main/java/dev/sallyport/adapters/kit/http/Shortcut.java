package dev.sallyport.adapters.kit.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Serves some paths on their connection's own thread, past the framework's router and filters: for
/// what is asked so often that those would cost more than the answer.
///
/// The edge's guards, request ids and security headers are the same as for every other path.
public interface Shortcut {
  boolean takes(String path);

  /// The head of a request came. Must neither block nor throw.
  Visit arrives(Direct direct);

  /// How it tells that the edge turned a request for it away, of which no more than the head was
  /// looked at. Empty where that is told as everywhere else; what the edge adds to each of its
  /// answers, it adds to this one.
  ///
  /// @param headers every value that came under a name, in whichever case
  default Optional<Answer> turnsAway(
      Function<String, List<String>> headers, int status, String why) {
    return Optional.empty();
  }

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
    ///
    /// @param sign what is sent now and then, so that nobody in between takes the stream for dead
    void begin(Answer head, byte[] sign);

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
  /// @param body one piece after the other
  record Answer(int status, List<String> headers, List<Piece> body) {
    public Answer {
      headers = List.copyOf(headers);
      body = List.copyOf(body);
    }
  }

  /// Bytes that nobody changes any more, and that are not copied for that.
  final class Piece {
    private final byte[] bytes;
    private final boolean lasting;
    private volatile @Nullable ByteBuffer outside;

    private Piece(byte[] bytes, boolean lasting) {
      this.bytes = bytes;
      this.lasting = lasting;
    }

    /// Takes them over.
    public static Piece of(byte[] bytes) {
      return new Piece(bytes, false);
    }

    /// Takes them over to be sent many times, and keeps them where the socket takes them from.
    public static Piece lasting(byte[] bytes) {
      return new Piece(bytes, true);
    }

    public byte[] bytes() {
      return bytes;
    }

    /// Outside of the heap, where a socket can take them without another copy.
    ByteBuf buffer(ByteBufAllocator allocator) {
      if (!lasting) {
        return allocator.directBuffer(Math.max(1, bytes.length)).writeBytes(bytes);
      }
      ByteBuffer kept = outside;
      if (kept == null) {
        kept = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        outside = kept;
      }
      return Unpooled.wrappedBuffer(kept.duplicate());
    }
  }
}
