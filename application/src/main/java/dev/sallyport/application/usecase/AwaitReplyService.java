package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.post.Delivery;
import dev.sallyport.application.post.PostOffice;
import dev.sallyport.application.post.Recipient;
import java.time.Instant;
import java.util.Optional;

/// Waits for one text under a name that only this grant can reply to.
public final class AwaitReplyService implements AwaitReply {
  private static final String PURPOSE = "reply";

  private final PostOffice post;

  public AwaitReplyService(PostOffice post) {
    this.post = post;
  }

  @Override
  public Optional<String> expect(Caller caller, Instant until, Listener listener) {
    return post.awaitOne(
        caller,
        PURPOSE,
        until,
        new Recipient() {
          @Override
          public void told(String text) {
            listener.told(text);
          }

          @Override
          public void ended() {
            listener.told(null);
          }

          @Override
          public boolean gone() {
            return listener.gone();
          }
        });
  }

  @Override
  public void forget(String name) {
    post.forget(name);
  }

  @Override
  public Passing reply(Caller caller, String name, String reply) {
    Delivery here = post.tell(caller, PURPOSE, name, reply);
    Delivery delivery =
        here == Delivery.ELSEWHERE ? post.leave(caller, PURPOSE, name, reply) : here;
    // whether anybody waited is nothing that whoever replies should know
    return delivery == Delivery.FULL ? Passing.TOO_MANY : Passing.TAKEN;
  }
}
