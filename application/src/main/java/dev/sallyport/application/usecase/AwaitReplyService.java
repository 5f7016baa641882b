package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.post.PostOffice;
import dev.sallyport.application.post.Recipient;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Waits for one text under a name that only this grant can reply to.
public final class AwaitReplyService implements AwaitReply {
  private static final String PURPOSE = "reply";

  private final PostOffice post;

  public AwaitReplyService(PostOffice post) {
    this.post = post;
  }

  @Override
  public String expect(Caller caller, Instant until, Consumer<Optional<String>> told) {
    return post.awaitOne(
        caller,
        PURPOSE,
        until,
        new Recipient() {
          @Override
          public void told(String text) {
            told.accept(Optional.of(text));
          }

          @Override
          public void ended() {
            told.accept(Optional.empty());
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
