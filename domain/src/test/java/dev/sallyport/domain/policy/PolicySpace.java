package dev.sallyport.domain.policy;

import static dev.sallyport.domain.policy.PolicySpace.Fact.APPROVED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.AS_DECLARED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.EFFECT;
import static dev.sallyport.domain.policy.PolicySpace.Fact.LIFE;
import static dev.sallyport.domain.policy.PolicySpace.Fact.LINK;
import static dev.sallyport.domain.policy.PolicySpace.Fact.MODE;
import static dev.sallyport.domain.policy.PolicySpace.Fact.NARROWED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.ON_PLAN;
import static dev.sallyport.domain.policy.PolicySpace.Fact.PLACED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.READ;
import static dev.sallyport.domain.policy.PolicySpace.Fact.RIGHT;
import static dev.sallyport.domain.policy.PolicySpace.Fact.SPENT;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TICKED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TO;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TOGGLED;
import static dev.sallyport.domain.policy.PolicySpace.Fact.TOUCH;
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
      of(LIFE, WHO, EFFECT, RIGHT, ON_PLAN, TICKED, TOGGLED, NARROWED, LINK, PLACED, APPROVED);

  /// All that the rules about what a call would touch ask for.
  static final PolicySpace FOOTPRINTS =
      of(
          EFFECT,
          TICKED,
          TOGGLED,
          NARROWED,
          PLACED,
          TOUCH,
          AS_DECLARED,
          TO,
          SPENT,
          READ,
          MODE,
          APPROVED);

  /// Everything together, which is too much to be looked at one by one.
  static final PolicySpace WHOLE = of(Fact.values());

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
    int[] values = new int[Fact.values().length];
    long rest = number;
    for (Fact fact : EnumSet.copyOf(varying)) {
      values[fact.ordinal()] = (int) (rest % fact.values);
      rest /= fact.values;
    }
    return situation(values);
  }

  private static Situation situation(int[] values) {
    return new Situation(
        Life.values()[values[LIFE.ordinal()]],
        Who.values()[values[WHO.ordinal()]],
        Effect.values()[values[EFFECT.ordinal()]],
        Right.values()[values[RIGHT.ordinal()]],
        OnPlan.values()[values[ON_PLAN.ordinal()]],
        Ticked.values()[values[TICKED.ordinal()]],
        values[TOGGLED.ordinal()] == 1,
        Narrowed.values()[values[NARROWED.ordinal()]],
        Link.values()[values[LINK.ordinal()]],
        values[PLACED.ordinal()] == 0,
        Touch.values()[values[TOUCH.ordinal()]],
        values[AS_DECLARED.ordinal()] == 0,
        To.values()[values[TO.ordinal()]],
        Spent.values()[values[SPENT.ordinal()]],
        Read.values()[values[READ.ordinal()]],
        TaintMode.values()[values[MODE.ordinal()]],
        values[APPROVED.ordinal()] == 1);
  }

  /// A fact, and in how many ways it can differ.
  enum Fact {
    LIFE(Life.values().length),
    WHO(Who.values().length),
    EFFECT(Effect.values().length),
    RIGHT(Right.values().length),
    ON_PLAN(OnPlan.values().length),
    TICKED(Ticked.values().length),
    TOGGLED(2),
    NARROWED(Narrowed.values().length),
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
