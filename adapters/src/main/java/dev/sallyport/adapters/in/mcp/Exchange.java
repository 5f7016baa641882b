package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.domain.content.Severity;
import java.util.Optional;

/// The other end of one request, whatever carries it.
public interface Exchange {
  /// Whether it takes messages ahead of the answer.
  boolean streams();

  /// Whether its answer can still say something by its status.
  default boolean hasStatus() {
    return false;
  }

  /// Sends a message ahead of the answer; nothing if it is gone or takes none.
  void send(Json message);

  /// A handshake agreed on a revision and told what the client can do, which counts for what comes
  /// later where anything does.
  default void agree(Revision revision, ObjectNode capabilities) {}

  /// What a handshake told of the client, where that counts.
  default Optional<ObjectNode> declared() {
    return Optional.empty();
  }

  /// Whoever listens wants to hear nothing less severe from now on, which counts for what comes
  /// later where anything does.
  default void hearFrom(Severity least) {}

  /// What they wanted to hear at least, where that counts.
  default Optional<Severity> hearsFrom() {
    return Optional.empty();
  }

  /// Answers and is over. Another answer is dropped.
  void answer(Reply reply);

  /// Whether nobody is there any more to be answered.
  boolean gone();
}
