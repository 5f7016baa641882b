package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.Part.State;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.InstantSource;

/// The sends of one claim, each committed before it goes.
record Parts(TenantScope scope, Claim open, Claims claims, InstantSource clock) implements Sending {
  @Override
  public ClaimId claim() {
    return open.id();
  }

  @Override
  public Part part(int number) {
    return new One(number);
  }

  /// A key that nobody chose would be the same for the same words sent a day later, so it is the
  /// claim that makes it differ.
  private String key(int number) {
    return Hash.of(
        open.key().grant().value(),
        open.key().tool().value(),
        open.key().chosen() ? open.key().value() : open.id().value(),
        Integer.toString(number));
  }

  private final class One implements Part {
    private final int number;

    One(int number) {
      this.number = number;
    }

    @Override
    public String deduplicationKey() {
      return key(number);
    }

    @Override
    public Start start() {
      return switch (claims.startPart(scope, open, number, clock.instant())) {
        case STARTED -> Start.GO;
        case ALREADY -> Start.ALREADY_STARTED;
        case OVERTAKEN -> Start.TOO_LATE;
      };
    }

    @Override
    public void done(String reference) {
      end(State.DONE, reference);
    }

    @Override
    public void failedBeforeSend() {
      end(State.FAILED_BEFORE_SEND, "");
    }

    @Override
    public void unknown() {
      end(State.UNKNOWN, "");
    }

    private void end(State state, String reference) {
      claims.endPart(
          scope,
          open.id(),
          new dev.sallyport.domain.claim.Part(number, state, reference),
          clock.instant());
    }
  }
}
