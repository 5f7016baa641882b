package dev.sallyport.adapters.kit.http;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Carries bytes from threads that write them to the framework, which takes them as fast as its
/// peer does. The one place where streams of ours meet the framework's.
///
/// A peer that takes nothing while much is written is taken for gone.
public final class EventStream implements Publisher<byte[]> {
  private static final int MOST_WAITING = 4_194_304;

  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private volatile @Nullable Subscriber<? super byte[]> subscriber;
  private long waitingBytes;
  private long wanted;
  private boolean emitting;
  private boolean ended;
  private boolean completed;
  private volatile boolean gone;

  /// Writes some; nothing once it ended or its peer is gone.
  public void write(byte[] bytes) {
    turn.lock();
    try {
      if (gone || ended) {
        return;
      }
      waitingBytes += bytes.length;
      if (waitingBytes > MOST_WAITING) {
        gone = true;
        ended = true;
        waiting.clear();
      } else {
        waiting.add(bytes);
      }
    } finally {
      turn.unlock();
    }
    emit();
  }

  /// Nothing more comes after what was written.
  public void end() {
    turn.lock();
    try {
      ended = true;
    } finally {
      turn.unlock();
    }
    emit();
  }

  /// Whether its peer takes no more.
  public boolean isGone() {
    return gone;
  }

  @Override
  public void subscribe(Subscriber<? super byte[]> other) {
    Objects.requireNonNull(other);
    turn.lock();
    try {
      if (subscriber != null) {
        throw new IllegalStateException("a stream has one reader");
      }
      subscriber = other;
    } finally {
      turn.unlock();
    }
    other.onSubscribe(new Reader());
    emit();
  }

  /// Hands on what waits and is wanted; whoever comes while another does leaves it to that one.
  private void emit() {
    if (begins()) {
      for (Step step = next(); step != Step.NOTHING; step = next()) {
        step.take(Objects.requireNonNull(subscriber));
      }
    }
  }

  private boolean begins() {
    turn.lock();
    try {
      boolean begins = !emitting;
      emitting = true;
      return begins;
    } finally {
      turn.unlock();
    }
  }

  // whoever is told that there is nothing has stopped, in the same moment
  private Step next() {
    turn.lock();
    try {
      Step step = subscriber == null || completed ? Step.NOTHING : waitingStep();
      emitting = step != Step.NOTHING;
      return step;
    } finally {
      turn.unlock();
    }
  }

  private Step waitingStep() {
    byte[] bytes = wanted > 0 ? waiting.poll() : null;
    if (bytes != null) {
      wanted--;
      waitingBytes -= bytes.length;
      return new Step(bytes, false);
    }
    completed = ended && waiting.isEmpty();
    return completed ? new Step(null, true) : Step.NOTHING;
  }

  /// One thing to tell the reader.
  private static final class Step {
    static final Step NOTHING = new Step(null, false);

    private final byte @Nullable [] bytes;
    private final boolean last;

    Step(byte @Nullable [] bytes, boolean last) {
      this.bytes = bytes;
      this.last = last;
    }

    void take(Subscriber<? super byte[]> subscriber) {
      if (bytes != null) {
        subscriber.onNext(bytes);
      } else if (last) {
        subscriber.onComplete();
      }
    }
  }

  private final class Reader implements Subscription {
    @Override
    public void request(long more) {
      turn.lock();
      try {
        wanted = wanted + more < 0 ? Long.MAX_VALUE : wanted + more;
      } finally {
        turn.unlock();
      }
      emit();
    }

    @Override
    public void cancel() {
      turn.lock();
      try {
        gone = true;
        ended = true;
        completed = true;
        waiting.clear();
      } finally {
        turn.unlock();
      }
    }
  }
}
