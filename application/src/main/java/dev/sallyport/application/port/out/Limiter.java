package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Holds calls to how many may come in a short time, and how many may be under way at once.
public interface Limiter {
  /// Admits the call against every limit that it meets, or takes nothing from any of them. Must be
  /// exact among callers that race, and must forget a lease that is not given back in time, so that
  /// a node that died holds no place. After a change of plan what was used stays used.
  Admission admit(Load load);

  /// How each limit over time that the call would meet stands, in their order. Must take nothing
  /// and must not wait for anybody: what is counted elsewhere is told as it was last heard of.
  List<Standing> standings(Load load);

  /// Ends a call that was admitted, once; again, or too late, changes nothing.
  void release(Lease lease);

  /// A call, as limits see it.
  ///
  /// @param key the API key or client that it comes by
  /// @param weight the units that it counts for
  record Load(
      String key,
      PersonId person,
      OrganizationId organization,
      Plan plan,
      int weight,
      Group group) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    public Load {
      Objects.requireNonNull(key);
      Objects.requireNonNull(person);
      Objects.requireNonNull(organization);
      Objects.requireNonNull(plan);
      Objects.requireNonNull(group);
      if (weight < 1) {
        throw new IllegalArgumentException("a call weighs at least one unit");
      }
    }

    /// The limits over time that it meets, in the order in which they are asked. What is not
    /// bounded is not among them.
    public List<Rate> rates() {
      List<Rate> rates = new ArrayList<>(5);
      rate(rates, Level.KEY, Kind.MINUTE, plan.keyMinute(), MINUTE, weight);
      rate(rates, Level.PERSON, Kind.MINUTE, plan.person().minute(), MINUTE, weight);
      if (group == Group.EXPENSIVE) {
        rate(rates, Level.PERSON, Kind.EXPENSIVE_MINUTE, plan.expense().minute(), MINUTE, 1);
      }
      rate(rates, Level.ORGANIZATION, Kind.MINUTE, plan.organization().minute(), MINUTE, weight);
      rate(rates, Level.POOL, Kind.SECOND, plan.pool().second(), SECOND, 1);
      return rates;
    }

    /// The limits on how many are under way that it meets, likewise.
    public List<Place> places() {
      List<Place> places = new ArrayList<>(3);
      place(places, Level.PERSON, plan.person().concurrent());
      place(places, Level.ORGANIZATION, plan.organization().concurrent());
      place(places, Level.POOL, plan.pool().concurrent());
      return places;
    }

    private void rate(
        List<Rate> rates, Level level, Kind kind, Limit limit, Duration period, int units) {
      if (limit.isBounded()) {
        rates.add(new Rate(bucket(level, kind), limit, period, units));
      }
    }

    private void place(List<Place> places, Level level, Limit limit) {
      if (limit.isBounded()) {
        places.add(new Place(bucket(level, Kind.CONCURRENT), limit));
      }
    }

    private Bucket bucket(Level level, Kind kind) {
      return switch (level) {
        case KEY -> new Bucket(level, kind, organization.value(), key);
        case PERSON -> new Bucket(level, kind, organization.value(), person.value());
        case ORGANIZATION -> new Bucket(level, kind, organization.value(), "");
        case POOL -> new Bucket(level, kind, "", plan.id().value());
      };
    }
  }

  /// What sort of call it is; expensive ones have a limit of their own besides.
  enum Group {
    CORE,
    EXPENSIVE
  }

  /// What a limit counts.
  enum Kind {
    MINUTE,
    SECOND,
    EXPENSIVE_MINUTE,
    CONCURRENT
  }

  /// Where one limit is counted for one subject. The plan is not part of it, but for the pool: a
  /// change of plan must not come with a full bucket.
  record Bucket(Level level, Kind kind, String organization, String subject) {
    public Bucket {
      Objects.requireNonNull(level);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(organization);
      Objects.requireNonNull(subject);
    }
  }

  /// So many units in so much time.
  record Rate(Bucket bucket, Limit limit, Duration period, int weight) {
    public Rate {
      Objects.requireNonNull(bucket);
      Objects.requireNonNull(limit);
      Objects.requireNonNull(period);
    }
  }

  /// So many calls under way.
  record Place(Bucket bucket, Limit limit) {
    public Place {
      Objects.requireNonNull(bucket);
      Objects.requireNonNull(limit);
    }
  }

  /// The right to be under way, until it is released or forgotten.
  record Lease(String id) {
    public Lease {
      Objects.requireNonNull(id);
    }
  }

  /// How one limit stands, for headers and for what a model reads.
  ///
  /// @param fullIn how long until nothing of it is used any more
  record Standing(Level level, Kind kind, long limit, long remaining, Duration fullIn) {
    public Standing {
      Objects.requireNonNull(level);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(fullIn);
    }
  }

  /// How an attempt to be admitted ended.
  sealed interface Admission {
    /// It may go on; each limit over time is told as it stands now.
    record Admitted(Lease lease, List<Standing> standings) implements Admission {
      public Admitted {
        Objects.requireNonNull(lease);
        standings = List.copyOf(standings);
      }
    }

    /// Not now: this limit has no room, and the same call would find some after that time, if
    /// nobody else takes it.
    record Limited(Standing standing, Duration retryAfter) implements Admission {
      public Limited {
        Objects.requireNonNull(standing);
        Objects.requireNonNull(retryAfter);
      }
    }

    /// Never: it weighs more than this limit holds when nothing is used.
    record TooHeavy(Level level, Kind kind, long limit) implements Admission {
      public TooHeavy {
        Objects.requireNonNull(level);
        Objects.requireNonNull(kind);
      }
    }
  }
}
