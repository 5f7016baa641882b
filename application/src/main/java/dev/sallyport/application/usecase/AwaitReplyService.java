package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
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
  public void reply(Caller caller, String name, String reply) {
    // whoever replies has no use for where it got to
    var _ = post.deliver(caller, PURPOSE, name, reply);
  }
}
