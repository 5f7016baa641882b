package dev.sallyport.domain.instance;

import java.time.Instant;
import java.util.Objects;

/// One set of data and when it was begun. Instances come and go; the installation stays.
public record Installation(InstallationId id, Instant since) {
  public Installation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(since);
  }
}
