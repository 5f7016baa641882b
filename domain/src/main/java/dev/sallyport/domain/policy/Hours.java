package dev.sallyport.domain.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/// A part of some days of the week, somewhere on earth. One that ends before it begins goes on past
/// midnight and belongs to the day it began; one that ends when it begins is the whole day.
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
  public Hours {
    days = Set.copyOf(days);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(zone);
  }

  public boolean include(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    LocalTime time = there.toLocalTime();
    DayOfWeek today = there.getDayOfWeek();
    if (from.isBefore(to)) {
      return on(today) && !time.isBefore(from) && time.isBefore(to);
    }
    return (on(today) && !time.isBefore(from)) || (on(today.minus(1)) && time.isBefore(to));
  }

  private boolean on(DayOfWeek day) {
    return days.isEmpty() || days.contains(day);
  }
}
