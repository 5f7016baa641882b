package dev.sallyport.domain.tenancy;

import dev.sallyport.domain.id.PersonId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A human who signs in. Of one who was erased nothing is left but that there was somebody.
public record Person(
    PersonId id, Optional<EmailAddress> email, Locale locale, Standing standing, Instant created) {
  public Person {
    Objects.requireNonNull(id);
    Objects.requireNonNull(locale);
    Objects.requireNonNull(created);
    if (email.isPresent() == (standing == Standing.ERASED)) {
      throw new IllegalArgumentException("everybody but an erased person has an e-mail address");
    }
  }

  /// How a person stands with the house.
  public enum Standing {
    ACTIVE,
    /// May come back; until then nothing is done in their name.
    SUSPENDED,
    ERASED
  }
}
