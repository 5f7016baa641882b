package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Outcome.InputNeeded;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.content.Severity;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Requests of somebody, as methods get them.
public final class Asks {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private Asks() {}

  public static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static Ask of(Revision revision, ObjectNode params, Exchange exchange) {
    return of(revision, params, exchange, new Mute());
  }

  static Ask of(Revision revision, ObjectNode params, Exchange exchange, Asking asking) {
    return new Ask(
        visitor(),
        revision,
        new Message.Request(JsonNodeFactory.instance.numberNode(1), "tools/call", params),
        Meta.of(params),
        name -> List.of(),
        exchange,
        asking,
        identity());
  }

  public static Visitor visitor() {
    return new Visitor(caller(), NOON);
  }

  public static Identity identity() {
    return new Identity("1", "http://localhost");
  }

  private static Caller caller() {
    return new Caller(
        new TenantScope(new OrganizationId("0a".repeat(16))),
        new GrantId("0b".repeat(16)),
        new PersonId("0c".repeat(16)),
        new ClientId("client-1"),
        Scopes.NONE);
  }

  /// Another end that has no stream, and hears one answer.
  public record Plain(Consumer<Reply> hears) implements Exchange {
    @Override
    public boolean streams() {
      return false;
    }

    @Override
    public void send(Json message) {}

    @Override
    public void answer(Reply reply) {
      hears.accept(reply);
    }

    @Override
    public boolean gone() {
      return false;
    }
  }

  /// Another end that takes what it is told.
  static final class Open implements Exchange {
    final List<String> said = new ArrayList<>();
    final List<Reply> answers = new ArrayList<>();
    private final Optional<ObjectNode> declared;
    private Optional<Severity> least = Optional.empty();

    Open(Optional<ObjectNode> declared) {
      this.declared = declared;
    }

    @Override
    public boolean streams() {
      return true;
    }

    @Override
    public Optional<ObjectNode> declared() {
      return declared;
    }

    @Override
    public void hearFrom(Severity severity) {
      least = Optional.of(severity);
    }

    @Override
    public Optional<Severity> hearsFrom() {
      return least;
    }

    @Override
    public void send(Json message) {
      said.add(message.text());
    }

    @Override
    public void answer(Reply reply) {
      answers.add(reply);
    }

    @Override
    public boolean gone() {
      return false;
    }
  }

  private static final class Mute implements Asking {
    @Override
    public Brought broughtBy(Ask ask, Supplier<String> binding) {
      return new Brought.Nothing();
    }

    @Override
    public void ask(Ask ask, String binding, InputNeeded needed, Consumer<Replies> again) {
      ask.cannotAsk();
    }
  }
}
