package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.application.usecase.KeepPaceService;
import dev.sallyport.domain.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A conversation in which nobody says anything, for tests of what carries it.
public final class Silence {
  private Silence() {}

  public static void over(Line line, Visitor visitor) {
    line.carry(
        new Conversation(
            door(), new Nobody(), Secret.of("bearer"), visitor.caller(), line, _ -> {}));
  }

  /// A door behind which there is nothing to ask for.
  public static Door door() {
    return new Door(
        List.of(),
        new ModernAsking(new NoSeals()),
        Asks.identity(),
        new KeepPaceService(1, Instant::now),
        List.of());
  }

  private static final class NoSeals implements SealState {
    @Override
    public String seal(Caller caller, String binding, String state, Duration lasting) {
      return "";
    }

    @Override
    public Opening open(Caller caller, String binding, String sealed) {
      return new Opening.Foreign();
    }
  }

  private static final class Nobody implements Authenticate {
    @Override
    public Proof prove(Secret bearer) {
      return new Proof.Unknown();
    }

    @Override
    public Proof holds(Secret bearer) {
      return new Proof.Unknown();
    }

    @Override
    public Memory remembered(Secret bearer) {
      return new Memory.Nothing(0);
    }
  }
}
