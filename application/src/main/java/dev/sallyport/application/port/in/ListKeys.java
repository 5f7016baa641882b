package dev.sallyport.application.port.in;

import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.key.ApiKey.Standing;
import dev.sallyport.domain.tenancy.Person;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Names every API key, for an operator. For the command line only.
public interface ListKeys {
  /// Passes all, organization by organization and in each the newest first; also those that are
  /// over.
  void list(Consumer<Listed> to);

  /// A key, whose it is, and whether it opens anything: not either once its grant is over.
  record Listed(ApiKey key, Optional<Person> person, Standing standing) {
    public Listed {
      Objects.requireNonNull(key);
      Objects.requireNonNull(person);
      Objects.requireNonNull(standing);
    }
  }
}
