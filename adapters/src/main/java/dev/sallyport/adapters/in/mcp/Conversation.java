package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.domain.content.Severity;
import dev.sallyport.domain.secret.Secret;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that one client says over a line that stays, message by message in its order. Who says it is
/// proven anew for each, and what a handshake agreed on counts for what comes after it.
public final class Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

  private static final int MOST_UNDER_WAY = 16;
  private static final int ENOUGH = 8;

  private final Door door;
  private final Authenticate authenticate;
  private final Secret bearer;
  private final Caller caller;
  private final Line line;
  private final Consumer<Conversation> atTheEnd;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private final Map<String, Call> underWay = new ConcurrentHashMap<>();
  private final AtomicLong batches = new AtomicLong();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Headers agreed = Headers.NONE;
  private volatile @Nullable ObjectNode declared;
  private volatile @Nullable Severity least;
  private volatile boolean stopping;
  private boolean working;

  // a list as long as what it leans on
  Conversation(
      Door door,
      Authenticate authenticate,
      Secret bearer,
      Caller caller,
      Line line,
      Consumer<Conversation> atTheEnd) {
    this.door = door;
    this.authenticate = authenticate;
    this.bearer = bearer;
    this.caller = caller;
    this.line = line;
    this.atTheEnd = atTheEnd;
  }

  Caller caller() {
    return caller;
  }

  /// Takes a message; it is read on another thread.
  ///
  /// @return whether that is enough until [Line#listen]
  public boolean hear(byte[] message) {
    boolean begins;
    boolean enough;
    turn.lock();
    try {
      waiting.add(message);
      begins = !working;
      working = true;
      enough = waiting.size() >= ENOUGH;
    } finally {
      turn.unlock();
    }
    if (begins) {
      var _ = Thread.ofVirtual().name("conversation").start(this::work);
    }
    return enough;
  }

  /// Hangs up if who speaks may not any more.
  void check() {
    line.beat();
    try {
      if (!(authenticate.holds(bearer) instanceof Proof.Proven)) {
        line.hangUp(Line.Ending.NOT_ALLOWED);
      }
    } catch (Unavailable _) {
      // nobody knows; whoever says something is told so
    }
  }

  /// Answers what was asked, and hangs up then.
  public void stop() {
    stopping = true;
    hangUpIfDone();
  }

  /// Nobody is there any more.
  public void over() {
    if (ended.compareAndSet(false, true)) {
      atTheEnd.accept(this);
    }
  }

  private void work() {
    for (Optional<byte[]> next = next(); next.isPresent(); next = next()) {
      try {
        take(next.get());
      } catch (RuntimeException e) {
        LOG.error("A message met a fault of our own", e);
      }
    }
  }

  private Optional<byte[]> next() {
    boolean wasEnough;
    Optional<byte[]> next;
    turn.lock();
    try {
      wasEnough = waiting.size() == ENOUGH;
      next = Optional.ofNullable(ended.get() ? null : waiting.poll());
      working = next.isPresent();
    } finally {
      turn.unlock();
    }
    if (wasEnough) {
      line.listen();
    }
    return next;
  }

  private void take(byte[] text) {
    Optional<JsonNode> json =
        StrictJson.read(text) instanceof Decoded.Value(JsonNode value)
            ? Optional.of(value)
            : Optional.empty();
    Optional<Message> message = json.filter(it -> !(it instanceof ArrayNode)).map(Message::of);
    try {
      switch (authenticate.prove(bearer)) {
        case Proof.Proven(Caller who, Instant until) ->
            take(new Visitor(who, until), text, message, json.isPresent());
        case Proof.Unknown _, Proof.Expired _, Proof.Revoked _ ->
            line.hangUp(Line.Ending.NOT_ALLOWED);
      }
    } catch (Unavailable e) {
      LOG.warn("Could not answer, away: {}", e.getMessage());
      if (message.orElse(null) instanceof Message.Request request) {
        line.say(Json.of(Envelope.error(request.id(), Trouble.away())));
      }
    }
  }

  private void take(Visitor visitor, byte[] text, Optional<Message> message, boolean isJson) {
    switch (message.orElse(null)) {
      case Message.Request request -> ask(visitor, text, request);
      case Message.Notification it when it.method().equals(Message.CANCELLED) ->
          door.tooFast(visitor, it, new Call(""))
              .ifPresentOrElse(_ -> {}, () -> cancel(it.params().path("requestId")));
      case Message.Notification _, Message.Response _, Message.Malformed _ ->
          door.bare(visitor, agreed, text, new Call(""));
      // a batch, which counts as one, or nothing that could be read
      case null -> {
        String key = "batch " + batches.incrementAndGet();
        if (isJson && underWay.size() >= MOST_UNDER_WAY) {
          refuse(visitor, Optional.empty(), Trouble.tooMany());
        } else {
          door.bare(visitor, agreed, text, begun(key));
        }
      }
    }
  }

  private void ask(Visitor visitor, byte[] text, Message.Request request) {
    String key = request.id().toString();
    Optional<JsonNode> id = Optional.of(request.id());
    if (stopping) {
      refuse(visitor, id, Trouble.away());
    } else if (underWay.containsKey(key)) {
      refuse(visitor, id, Trouble.noMessage("a request with that `id` is under way"));
    } else if (underWay.size() >= MOST_UNDER_WAY) {
      refuse(visitor, id, Trouble.tooMany());
    } else {
      door.bare(visitor, agreed, text, begun(key));
    }
  }

  private Call begun(String key) {
    var call = new Call(key);
    underWay.put(key, call);
    return call;
  }

  private void cancel(JsonNode id) {
    Call call = underWay.remove(id.toString());
    if (call != null) {
      call.gone = true;
      hangUpIfDone();
    }
  }

  private void refuse(Visitor visitor, Optional<JsonNode> id, Trouble trouble) {
    var malformed = new Message.Malformed(id, trouble.message());
    door.tooFast(visitor, malformed, new Call(""))
        .or(() -> Optional.of(Reply.of(Json.of(Envelope.error(id.orElse(null), trouble)))))
        .flatMap(Reply::body)
        .ifPresent(line::say);
  }

  private void hangUpIfDone() {
    if (stopping && underWay.isEmpty()) {
      line.hangUp(Line.Ending.STOPPING);
    }
  }

  /// The other end of one message.
  private final class Call implements Exchange {
    private final String key;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile boolean gone;

    Call(String key) {
      this.key = key;
    }

    @Override
    public boolean streams() {
      return true;
    }

    @Override
    public void send(Json message) {
      if (!answered.get() && !gone()) {
        line.say(message);
      }
    }

    @Override
    public void agree(Revision revision, ObjectNode capabilities) {
      declared = capabilities;
      agreed = Headers.agreeing(revision);
    }

    @Override
    public Optional<ObjectNode> declared() {
      return Optional.ofNullable(declared);
    }

    @Override
    public void hearFrom(Severity severity) {
      least = severity;
    }

    @Override
    public Optional<Severity> hearsFrom() {
      return Optional.ofNullable(least);
    }

    @Override
    public void answer(Reply reply) {
      if (answered.compareAndSet(false, true)) {
        if (!gone()) {
          reply.body().ifPresent(line::say);
        }
        underWay.remove(key, this);
        hangUpIfDone();
      }
    }

    @Override
    public boolean gone() {
      return gone || ended.get();
    }
  }
}
