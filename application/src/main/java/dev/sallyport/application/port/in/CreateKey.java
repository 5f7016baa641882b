package dev.sallyport.application.port.in;

import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// Makes an API key with a grant of its own. For the command line only.
public interface CreateKey {
  /// Makes the person too, with an organization that is theirs alone, if nobody has that address.
  Result create(Wish wish);

  /// What the key is to be.
  ///
  /// @param readOnly whether the grant is narrowed to reading
  /// @param lasting from now on; grant and key end together
  record Wish(
      EmailAddress person,
      String name,
      Scopes scopes,
      Map<BackendId, Reach> reaches,
      boolean readOnly,
      Duration lasting) {
    public Wish {
      Objects.requireNonNull(person);
      if (!ApiKey.isName(name)) {
        throw new IllegalArgumentException("a key's name has 1 to 100 printable characters");
      }
      Objects.requireNonNull(scopes);
      reaches = Map.copyOf(reaches);
      if (!lasting.isPositive() || lasting.compareTo(ApiKey.LONGEST_LIFE) > 0) {
        throw new IllegalArgumentException("a key lasts for up to 366 days");
      }
    }
  }

  /// What became of the wish.
  sealed interface Result {
    /// It was made. The text is nowhere else, and cannot be told again.
    ///
    /// @param newcomer whether the person was not known before
    record Created(ApiKey key, Secret text, boolean newcomer) implements Result {
      public Created {
        Objects.requireNonNull(key);
        Objects.requireNonNull(text);
      }
    }

    /// The person may come back; until then nothing is done in their name.
    record Suspended() implements Result {}

    /// The person has no organization of their own any more.
    record Homeless() implements Result {}
  }
}
