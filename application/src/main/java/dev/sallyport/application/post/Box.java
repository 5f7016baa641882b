package dev.sallyport.application.post;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.out.Mailbox.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Where somebody waits, and what was picked up for them and not opened yet.
final class Box {
  final String name;
  final Caller caller;
  final Recipient recipient;
  final boolean once;
  private final String purpose;
  private final Instant until;
  private final Queue<Letter> unopened = new ConcurrentLinkedQueue<>();
  private volatile long stamp;
  private volatile long entitled = Long.MIN_VALUE;

  Box(
      String name,
      Caller caller,
      String purpose,
      Instant until,
      Recipient recipient,
      boolean once,
      long stamp) {
    this.name = name;
    this.caller = caller;
    this.purpose = purpose;
    this.until = until;
    this.recipient = recipient;
    this.once = once;
    this.stamp = stamp;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until) || recipient.gone();
  }

  boolean isOf(Caller other, String wanted) {
    return purpose.equals(wanted)
        && caller.scope().equals(other.scope())
        && caller.grant().equals(other.grant());
  }

  boolean isEntitledAsOf(long latest) {
    return entitled == latest;
  }

  void wasEntitled(long latest) {
    entitled = latest;
  }

  /// Whether something may have been left for it since.
  boolean isOlderThan(long latest) {
    return stamp != latest;
  }

  void wasLookedAt(long latest) {
    stamp = latest;
  }

  void take(Letter letter) {
    if (caller.grant().equals(letter.grant())) {
      unopened.add(letter);
    }
  }

  /// In their order; what is over by now is forgotten.
  List<Letter> unopened(Instant now) {
    unopened.removeIf(letter -> !letter.until().isAfter(now));
    return List.copyOf(unopened);
  }

  /// True for the first who does.
  boolean drop(Letter letter) {
    return unopened.remove(letter);
  }
}
