package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.KeepSession;
import dev.sallyport.application.post.PostOffice;
import dev.sallyport.application.post.Recipient;
import java.time.Instant;

/// A session is a name at which everything is picked up.
public final class KeepSessionService implements KeepSession {
  private static final String PURPOSE = "session";

  private final PostOffice post;

  public KeepSessionService(PostOffice post) {
    this.post = post;
  }

  @Override
  public String open(Caller caller, Instant until, Listener listener) {
    return post.awaitAll(
        caller,
        PURPOSE,
        until,
        new Recipient() {
          @Override
          public void told(String text) {
            listener.heard(text);
          }

          @Override
          public void ended() {
            listener.ended();
          }
        });
  }

  @Override
  public void end(String session) {
    post.forget(session);
  }

  @Override
  public Delivery deliver(Caller caller, String session, String message) {
    return where(post.tell(caller, PURPOSE, session, message));
  }

  @Override
  public Delivery leave(Caller caller, String session, String message) {
    return where(post.leave(caller, PURPOSE, session, message));
  }

  private static Delivery where(dev.sallyport.application.post.Delivery delivery) {
    return switch (delivery) {
      case TOLD, LEFT -> Delivery.DELIVERED;
      case ELSEWHERE -> Delivery.ELSEWHERE;
      case FULL -> Delivery.TOO_MANY;
      case UNKNOWN -> Delivery.UNKNOWN;
    };
  }
}
