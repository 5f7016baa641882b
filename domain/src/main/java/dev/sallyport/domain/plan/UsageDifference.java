package dev.sallyport.domain.plan;

import dev.sallyport.domain.id.OrganizationId;
import java.time.LocalDate;
import java.util.Objects;

/// A counter of a day that is not the sum of the day's events.
///
/// @param subject the person, the organization or the tool that is counted
public record UsageDifference(
    OrganizationId organization,
    LocalDate day,
    Counted counted,
    String subject,
    long inEvents,
    long inCounter) {
  public UsageDifference {
    Objects.requireNonNull(organization);
    Objects.requireNonNull(day);
    Objects.requireNonNull(counted);
    Objects.requireNonNull(subject);
  }

  /// Whose use a counter counts.
  public enum Counted {
    PERSON,
    ORGANIZATION,
    TOOL
  }
}
