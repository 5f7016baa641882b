package dev.sallyport.adapters.kill;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sallyport.adapters.kill.Arrivals.Arrival;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.sample.AGrant;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A backend that remembers every message and deduplicates none.
record Post(Arrivals arrivals, Stop stop, Watched watched) implements Backend {
  private static final Scope WRITE = new Scope("letters:write");
  private static final SpaceId OFFICE = new SpaceId("office");

  @Override
  public BackendId id() {
    return new BackendId("post");
  }

  @Override
  public BackendKind kind() {
    return new BackendKind("post");
  }

  @Override
  public Linking linking() {
    return Linking.NONE;
  }

  @Override
  public List<Tool<?, ?>> tools() {
    return List.of(new Send());
  }

  static AGrant allowed() {
    return AGrant.aGrant()
        .allowing(WRITE.value())
        .reaching("post", Reach.of(OFFICE))
        .lasting(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
  }

  /// What is to be sent.
  public record Letter(@JsonPropertyDescription("What it says.") String text) {}

  /// That it was sent.
  public record Receipt(@JsonPropertyDescription("What was sent.") String text) {}

  private final class Send implements WriteTool<Letter, Receipt> {
    @Override
    public ToolSpec spec() {
      return ToolSpec.named("send_letter", "Send a letter", WRITE)
          .purpose("Use this when a letter is to be sent.")
          .effect(Effect.SEND)
          .weight(ToolSpec.Weight.CORE)
          .says("Sending the letter", "Letter sent");
    }

    @Override
    public Class<Letter> input() {
      return Letter.class;
    }

    @Override
    public Class<Receipt> output() {
      return Receipt.class;
    }

    @Override
    public Footprint footprint(Letter letter, Access access) {
      stop.writes(letter.text());
      return Footprint.sendingTo(
          Set.of(Recipient.phone("+491701234567", "DE")), Place.in(id(), OFFICE));
    }

    @Override
    public Outcome<Receipt> act(Letter letter, Access access, Sending sending) {
      stop.writes(letter.text());
      watched.sent();
      stop.at(Step.BEFORE_SEND);
      arrivals.note(sending.claim().value(), letter.text());
      stop.at(Step.AFTER_SEND);
      return new Outcome.Done<>(
          new Receipt(letter.text()), Provenance.inside(Place.in(id(), OFFICE)));
    }

    @Override
    public Settlement<Receipt> findSent(Letter letter, Access access, Sending sending) {
      return arrivals.all().stream().map(Arrival::claim).anyMatch(sending.claim().value()::equals)
          ? new Settlement.Found<>(new Receipt(letter.text()), Provenance.NONE)
          : new Settlement.NotFound<>();
    }

    @Override
    public Duration quietPeriod() {
      return Duration.ofSeconds(5);
    }
  }
}
