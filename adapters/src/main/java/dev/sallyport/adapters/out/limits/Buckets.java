package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Limiter.Bucket;
import dev.sallyport.application.port.out.Limiter.Rate;
import dev.sallyport.application.port.out.Limiter.Standing;
import dev.sallyport.domain.plan.Gcra;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When each bucket is full again. Not safe among threads.
final class Buckets {
  private static final long BETWEEN_SWEEPS_MICROS = 1_000_000;

  private final int most;
  private final Map<Bucket, State> states = new HashMap<>();
  private long nextSweep = Long.MIN_VALUE;

  Buckets(int most) {
    this.most = most;
  }

  List<Draw> draws(List<Rate> rates, long now) {
    if (states.size() >= most && now >= nextSweep) {
      forgetFullOnes(now);
    }
    List<Draw> draws = new ArrayList<>(rates.size());
    for (Rate rate : rates) {
      draws.add(draw(rate, now));
    }
    return draws;
  }

  void take(Draw draw) {
    states.put(draw.rate().bucket(), new State(draw.after(), draw.rule()));
  }

  int size() {
    return states.size();
  }

  private Draw draw(Rate rate, long now) {
    State known = states.get(rate.bucket());
    Gcra rule = Gcra.of(rate.limit(), rate.period());
    long due = known == null ? now : known.dueUnder(rule, now);
    return new Draw(rate, rule, due, rule.after(due, now, rate.weight()));
  }

  // a bucket that is full says no more than one that nobody has seen; one that is not is kept, and
  // is full a minute later at most. So the number goes beyond the most only with what is in use
  private void forgetFullOnes(long now) {
    states.values().removeIf(state -> state.due() <= now);
    nextSweep = now + BETWEEN_SWEEPS_MICROS;
  }

  /// What a call would take from one bucket.
  record Draw(Rate rate, Gcra rule, long due, long after) {
    boolean canEver() {
      return rule.holds(rate.weight());
    }

    boolean canAt(long now) {
      return rule.admits(after, now);
    }

    Duration delay(long now) {
      return Duration.of(rule.delay(after, now), ChronoUnit.MICROS);
    }

    Standing standingBefore(long now) {
      return standing(due, now);
    }

    Standing standingAfter(long now) {
      return standing(after, now);
    }

    private Standing standing(long at, long now) {
      return new Standing(
          rate.bucket().level(),
          rate.bucket().kind(),
          rule.limit(),
          rule.remaining(at, now),
          Duration.of(Math.max(0, at - now), ChronoUnit.MICROS));
    }
  }

  private record State(long due, Gcra rule) {
    long dueUnder(Gcra asked, long now) {
      return rule.equals(asked) ? due : asked.carried(due, now, rule);
    }
  }
}
