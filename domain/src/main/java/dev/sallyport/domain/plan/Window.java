package dev.sallyport.domain.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// A stretch of the calendar that a quota covers, in UTC. What was taken from one window is settled
/// in that window, whatever the clock says by then.
///
/// @param starts its first day
/// @param ends the first day that is no longer in it
public record Window(Span span, LocalDate starts, LocalDate ends) {
  private static final int LAST_DAY = 31;

  public Window {
    if (!starts.isBefore(ends)) {
      throw new IllegalArgumentException("a window ends after it starts");
    }
  }

  public static Window dayOf(Instant at) {
    LocalDate day = dateOf(at);
    return new Window(Span.DAY, day, day.plusDays(1));
  }

  /// The month of a subscription that renews on that day of the month, or on the last day of a
  /// month that is too short for it.
  public static Window monthOf(Instant at, int billingDay) {
    if (billingDay < 1 || billingDay > LAST_DAY) {
      throw new IllegalArgumentException("a billing day is one of 1 to 31");
    }
    LocalDate today = dateOf(at);
    YearMonth month = YearMonth.from(today);
    YearMonth first = today.isBefore(renewal(month, billingDay)) ? month.minusMonths(1) : month;
    return new Window(
        Span.MONTH, renewal(first, billingDay), renewal(first.plusMonths(1), billingDay));
  }

  /// When its quota is whole again.
  public Instant resetsAt() {
    return ends.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static LocalDate renewal(YearMonth month, int billingDay) {
    return month.atDay(Math.min(billingDay, month.lengthOfMonth()));
  }

  private static LocalDate dateOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// How long a window is.
  public enum Span {
    DAY,
    MONTH
  }
}
