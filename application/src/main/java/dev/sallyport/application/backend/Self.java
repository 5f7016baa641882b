package dev.sallyport.application.backend;

import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Window.Span;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tool.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Who asks, and how things stand for them.
///
/// @param person the same for good, whatever else changes
/// @param left of each quota that the plan bounds
/// @param scopes by their names
/// @param backends those that the grant was given something of, by their ids
public record Self(
    PersonId person,
    Optional<EmailAddress> email,
    Optional<Locale> locale,
    String organization,
    Slug slug,
    Role role,
    String plan,
    List<Left> left,
    List<Scope> scopes,
    Instant expiresAt,
    boolean readOnly,
    List<Standing> backends,
    List<Attention> attention) {
  public Self {
    Objects.requireNonNull(person);
    Objects.requireNonNull(email);
    Objects.requireNonNull(locale);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(slug);
    Objects.requireNonNull(role);
    Objects.requireNonNull(plan);
    left = List.copyOf(left);
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(expiresAt);
    backends = List.copyOf(backends);
    attention = List.copyOf(attention);
  }

  /// What is left of one quota.
  public record Left(Level level, Span span, long quota, long left, Instant resetsAt) {
    public Left {
      Objects.requireNonNull(level);
      Objects.requireNonNull(span);
      Objects.requireNonNull(resetsAt);
    }
  }

  /// How one backend stands.
  ///
  /// @param spaces those that are reached, by their ids
  /// @param privates the sorts of private places that are reached, by their names
  /// @param narrowed whether only some conversations of them are
  public record Standing(
      BackendId id,
      BackendKind kind,
      Link link,
      Health health,
      List<SpaceId> spaces,
      List<PrivateKind> privates,
      boolean narrowed) {
    public Standing {
      Objects.requireNonNull(id);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(link);
      Objects.requireNonNull(health);
      spaces = List.copyOf(spaces);
      privates = List.copyOf(privates);
    }
  }

  /// What somebody should look after.
  public sealed interface Attention {
    /// The connection was given nothing of any backend.
    record NothingReached() implements Attention {}

    /// A backend needs an account, and has none.
    record AccountMissing(BackendId backend) implements Attention {
      public AccountMissing {
        Objects.requireNonNull(backend);
      }
    }

    /// A backend no longer takes the account that was linked.
    record AccountStale(BackendId backend) implements Attention {
      public AccountStale {
        Objects.requireNonNull(backend);
      }
    }

    /// So many questions of this connection wait for the person.
    record ApprovalsWaiting(int count) implements Attention {}

    /// Of so many things nobody knows whether they were sent.
    record OutcomesUnknown(int count) implements Attention {}

    /// A fifth of it or less is left.
    record QuotaNearlyUsedUp(Left quota) implements Attention {
      public QuotaNearlyUsedUp {
        Objects.requireNonNull(quota);
      }
    }

    /// The connection ends soon.
    record ExpiresSoon(Instant at) implements Attention {
      public ExpiresSoon {
        Objects.requireNonNull(at);
      }
    }
  }
}
