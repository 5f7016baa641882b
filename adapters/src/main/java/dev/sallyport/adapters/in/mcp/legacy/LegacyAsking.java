package dev.sallyport.adapters.in.mcp.legacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Ask;
import dev.sallyport.adapters.in.mcp.Asking;
import dev.sallyport.adapters.in.mcp.Envelope;
import dev.sallyport.adapters.in.mcp.Json;
import dev.sallyport.adapters.in.mcp.Questions;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.port.in.CallTool.Outcome.InputNeeded;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts the questions as requests of our own into the stream of the answer, and waits for the POSTs
/// that bring the replies.
@Singleton
final class LegacyAsking implements Asking {
  /// As long as a person may take; hosts give up sooner.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final AwaitReply replies;
  private final InstantSource clock;

  LegacyAsking(AwaitReply replies, InstantSource clock) {
    this.replies = replies;
    this.clock = clock;
  }

  @Override
  public Brought broughtBy(Ask ask, Supplier<String> binding) {
    return new Brought.Nothing();
  }

  @Override
  public void ask(Ask ask, String binding, InputNeeded needed, Consumer<Replies> again) {
    if (needed.questions().isEmpty()) {
      // nobody has to be waited for, and who asks may be on a thread that must not wait
      var _ = Thread.startVirtualThread(() -> again.accept(new Replies(Map.of(), needed.state())));
      return;
    }
    if (!needed.questions().values().stream().map(Question::kind).allMatch(ask::canBeAsked)) {
      ask.cannotAsk();
      return;
    }
    var gathering = new Gathering(ask, needed, again);
    try {
      needed.questions().forEach(gathering::put);
    } catch (RuntimeException fault) {
      // what was not asked as a whole is answered by nobody
      gathering.asked.forEach(replies::forget);
      throw fault;
    }
  }

  /// The replies to all questions of one call.
  private final class Gathering {
    private final Ask ask;
    private final InputNeeded needed;
    private final Consumer<Replies> again;
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Optional<String>> given = new LinkedHashMap<>();

    Gathering(Ask ask, InputNeeded needed, Consumer<Replies> again) {
      this.ask = ask;
      this.needed = needed;
      this.again = again;
    }

    void put(String name, Question question) {
      replies
          .expect(ask.caller(), until(), listener(name))
          .ifPresentOrElse(id -> send(id, question), () -> take(name, Optional.empty()));
    }

    /// Nobody replies once it is not proven any more who they are.
    private Instant until() {
      Instant patient = clock.instant().plus(PATIENCE);
      Instant proven = ask.visitor().until();
      return proven.isBefore(patient) ? proven : patient;
    }

    private void send(String id, Question question) {
      asked.add(id);
      ask.exchange()
          .send(
              Json.of(
                  Envelope.request(id, Questions.method(question), Questions.params(question))));
    }

    private AwaitReply.Listener listener(String name) {
      return new AwaitReply.Listener() {
        @Override
        public void told(@Nullable String reply) {
          take(name, Optional.ofNullable(reply));
        }

        @Override
        public boolean gone() {
          return ask.exchange().gone();
        }
      };
    }

    private void take(String name, Optional<String> reply) {
      boolean complete;
      synchronized (given) {
        given.put(name, reply.flatMap(Gathering::result));
        complete = given.size() == needed.questions().size();
      }
      if (complete) {
        Map<String, String> all = new LinkedHashMap<>();
        given.forEach((key, value) -> value.ifPresent(it -> all.put(key, it)));
        if (all.isEmpty()) {
          ask.cannotAsk();
        } else {
          again.accept(new Replies(all, needed.state()));
        }
      }
    }

    /// What was replied; nothing where the client could not.
    private static Optional<String> result(String reply) {
      return StrictJson.read(reply) instanceof Decoded.Value(ObjectNode body)
              && body.get("result") instanceof ObjectNode result
          ? Optional.of(result.toString())
          : Optional.empty();
    }
  }
}
