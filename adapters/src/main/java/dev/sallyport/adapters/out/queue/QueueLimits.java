package dev.sallyport.adapters.out.queue;

import java.time.Duration;

/// How many entries may be on their way, how many are stored at once, how long a writer rests and
/// how long a caller waits.
record QueueLimits(int room, int batch, Duration pause, Duration patience) {
  static final QueueLimits USUAL =
      new QueueLimits(10_000, 1_000, Duration.ofMillis(200), Duration.ofSeconds(1));
}
