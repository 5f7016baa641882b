package dev.sallyport.domain.policy;

import static dev.sallyport.domain.policy.PolicySpace.Fact.APPROVED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.AS_DECLARED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.EFFECT;
import static dev.sallyport.domain.policy.PolicySpace.Fact.LIFE;
import static dev.sallyport.domain.policy.PolicySpace.Fact.LINK;
import static dev.sallyport.domain.policy.PolicySpace.Fact.MODE;
import static dev.sallyport.domain.policy.PolicySpace.Fact.NARROWED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.OFFERED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.ON_PLAN;
import static dev.sallyport.domain.policy.PolicySpace.Fact.PLACED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.READ;
import static dev.sallyport.domain.policy.PolicySpace.Fact.RIGHT;
import static dev.sallyport.domain.policy.PolicySpace.Fact.SPENT;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TICKED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TO;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TOGGLED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TOUCH;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TO_READING;
import static dev.sallyport.domain.policy.PolicySpace.Fact.WHO;

import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.policy.Situation.Life;
import dev.sallyport.domain.policy.Situation.Narrowed;
import dev.sallyport.domain.policy.Situation.OnPlan;
import dev.sallyport.domain.policy.Situation.Read;
import dev.sallyport.domain.policy.Situation.Right;
import dev.sallyport.domain.policy.Situation.Spent;
import dev.sallyport.domain.policy.Situation.Ticked;
import dev.sallyport.domain.policy.Situation.To;
import dev.sallyport.domain.policy.Situation.Touch;
import dev.sallyport.domain.policy.Situation.Who;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tool.Effect;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// All situations in which some facts vary and the others stand in nobody's way, numbered.
record PolicySpace(Set<Fact> varying) {
  /// All that the rules about the caller ask for.
  static final PolicySpace CALLERS =
      of(
          LIFE,
          WHO,
          EFFECT,
          RIGHT,
          ON_PLAN,
          OFFERED,
          TICKED,
          TOGGLED,
          TO_READING,
          LINK,
          PLACED,
          APPROVED);

  /// All that the rules about what a call would touch ask for; none of them asks for an approval.
  static final PolicySpace FOOTPRINTS =
      of(EFFECT, TICKED, TOGGLED, NARROWED, PLACED, TOUCH, AS_DECLARED, TO, SPENT, READ, MODE);

  /// Everything together, which is too much to be looked at one by one.
  static final PolicySpace WHOLE = new PolicySpace(EnumSet.complementOf(EnumSet.of(TO_READING)));

  private static final Narrowed[] NOT_AND_TO_READING = {Narrowed.NOT, Narrowed.TO_READING};
  private static final Boolean[] OFF_AND_ON = {false, true};
  private static final Boolean[] ON_AND_OFF = {true, false};

  // a prime, so that steps of it meet every value of every fact with every other
  private static final long STRIDE = 2_147_483_647L;

  PolicySpace {
    varying = Set.copyOf(varying);
  }

  private static PolicySpace of(Fact... varying) {
    return new PolicySpace(Set.of(varying));
  }

  long size() {
    return varying.stream().mapToLong(fact -> fact.values).reduce(1, Math::multiplyExact);
  }

  Stream<Situation> all() {
    return LongStream.range(0, size()).mapToObj(this::at);
  }

  /// So many of them, always the same, spread over the whole.
  Stream<Situation> some(int count) {
    long size = size();
    return LongStream.range(0, count).mapToObj(i -> at(i * STRIDE % size));
  }

  private Situation at(long number) {
    var pick = new Pick(varying, number);
    return new Situation(
        pick.of(LIFE, Life.values()),
        pick.of(WHO, Who.values()),
        pick.of(EFFECT, Effect.values()),
        pick.of(RIGHT, Right.values()),
        pick.of(ON_PLAN, OnPlan.values()),
        pick.of(OFFERED, ON_AND_OFF),
        pick.of(TICKED, Ticked.values()),
        pick.of(TOGGLED, OFF_AND_ON),
        varying.contains(TO_READING)
            ? pick.of(TO_READING, NOT_AND_TO_READING)
            : pick.of(NARROWED, Narrowed.values()),
        pick.of(LINK, Link.values()),
        pick.of(PLACED, ON_AND_OFF),
        pick.of(TOUCH, Touch.values()),
        pick.of(AS_DECLARED, ON_AND_OFF),
        pick.of(TO, To.values()),
        pick.of(SPENT, Spent.values()),
        pick.of(READ, Read.values()),
        pick.of(MODE, TaintMode.values()),
        pick.of(APPROVED, OFF_AND_ON));
  }

  /// Reads a number as one value for each fact that varies.
  private static final class Pick {
    private final Set<Fact> varying;
    private long rest;

    Pick(Set<Fact> varying, long number) {
      this.varying = varying;
      this.rest = number;
    }

    <T> T of(Fact fact, T[] values) {
      if (!varying.contains(fact)) {
        return values[0];
      }
      T picked = values[(int) (rest % values.length)];
      rest /= values.length;
      return picked;
    }
  }

  /// A fact, and in how many ways it can differ.
  enum Fact {
    LIFE(Life.values().length),
    WHO(Who.values().length),
    EFFECT(Effect.values().length),
    RIGHT(Right.values().length),
    ON_PLAN(OnPlan.values().length),
    OFFERED(2),
    TICKED(Ticked.values().length),
    TOGGLED(2),
    NARROWED(Narrowed.values().length),
    /// The one narrowing that a caller is asked for.
    TO_READING(2),
    LINK(Link.values().length),
    PLACED(2),
    TOUCH(Touch.values().length),
    AS_DECLARED(2),
    TO(To.values().length),
    SPENT(Spent.values().length),
    READ(Read.values().length),
    MODE(TaintMode.values().length),
    APPROVED(2);

    private final int values;

    Fact(int values) {
      this.values = values;
    }
  }
}
