package dev.sallyport.adapters.in.mcp.legacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Exchange;
import dev.sallyport.adapters.in.mcp.Json;
import dev.sallyport.adapters.in.mcp.Reply;
import dev.sallyport.domain.content.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Gathers the answers to a batch, and answers once with all of them.
final class Batch {
  private final Exchange exchange;
  private final ReentrantLock turn = new ReentrantLock();
  private final List<String> answers = new ArrayList<>();
  private int open;

  Batch(Exchange exchange, int size) {
    this.exchange = exchange;
    this.open = size;
  }

  /// The other end of one of its messages.
  Exchange one() {
    return new One();
  }

  private void ended(Reply reply) {
    boolean last;
    turn.lock();
    try {
      reply.body().ifPresent(it -> answers.add(it.text()));
      open--;
      last = open == 0;
    } finally {
      turn.unlock();
    }
    if (last) {
      exchange.answer(
          answers.isEmpty()
              ? Reply.accepted()
              : Reply.of(Json.ofText(answers.stream().collect(Collectors.joining(",", "[", "]")))));
    }
  }

  private final class One implements Exchange {
    private volatile boolean answered;

    @Override
    public boolean streams() {
      return exchange.streams();
    }

    @Override
    public Optional<ObjectNode> declared() {
      return exchange.declared();
    }

    @Override
    public void hearFrom(Severity least) {
      exchange.hearFrom(least);
    }

    @Override
    public Optional<Severity> hearsFrom() {
      return exchange.hearsFrom();
    }

    @Override
    public void send(Json message) {
      exchange.send(message);
    }

    @Override
    public void answer(Reply reply) {
      if (!answered) {
        answered = true;
        ended(reply);
      }
    }

    @Override
    public boolean gone() {
      return exchange.gone();
    }
  }
}
