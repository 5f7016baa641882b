package dev.sallyport.adapters.backend.gateway;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Self;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells whose connection this is and how it stands.
///
/// Hosts know people with several accounts by its answer: its `id` never changes and is never given
/// to another.
record WhoamiTool() implements ReadTool<WhoamiTool.Nothing, WhoamiTool.Identity> {
  private static final ToolSpec SPEC =
      ToolSpec.named("whoami", "Who am I", Scope.EVERY_GRANTS)
          .purpose(
              "Use this when it matters whose connection this is, what it may read and do, how much"
                  + " of the plan is left, or why something does not work. It changes nothing.")
          .effect(Effect.READ)
          .weight(Weight.CORE)
          .unplaced()
          .profiling()
          .says("Looking up the connection", "Connection looked up");

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public Class<Nothing> input() {
    return Nothing.class;
  }

  @Override
  public Class<Identity> output() {
    return Identity.class;
  }

  @Override
  public Footprint footprint(Nothing nothing, Access access) {
    return Footprint.readingNowhere();
  }

  @Override
  public Outcome<Identity> act(Nothing nothing, Access access) {
    return new Outcome.Done<>(identity(access.gateway().self()), Provenance.NONE);
  }

  private static Identity identity(Self self) {
    return new Identity(
        self.person().value(),
        Optional.empty(),
        self.email().map(EmailAddress::value),
        Optional.empty(),
        self.locale().map(Locale::toLanguageTag),
        new Organization(self.organization(), self.slug().value()),
        SelfWords.word(self.role()),
        new Plan(self.plan(), self.left().stream().map(WhoamiTool::left).toList()),
        new Connection(
            self.scopes().stream().map(Scope::value).toList(), self.expiresAt(), self.readOnly()),
        self.backends().stream().map(WhoamiTool::system).toList(),
        self.attention().stream().map(SelfWords::sentence).toList());
  }

  private static Left left(Self.Left left) {
    return new Left(
        SelfWords.word(left.level()),
        SelfWords.word(left.span()),
        left.quota(),
        left.left(),
        left.resetsAt());
  }

  private static ConnectedSystem system(Self.Standing standing) {
    return new ConnectedSystem(
        standing.id().value(),
        standing.kind().value(),
        SelfWords.account(standing.link()),
        SelfWords.state(standing.health()),
        SelfWords.reach(standing));
  }

  /// Nothing is asked.
  record Nothing() {}

  /// Whose connection this is.
  record Identity(
      @JsonPropertyDescription("The person, by an id that never changes.") @NotBlank String id,
      @JsonPropertyDescription("What the person is called.") Optional<String> name,
      @JsonPropertyDescription("The person's e-mail address.") Optional<String> email,
      @JsonPropertyDescription("A short name of the person.") Optional<String> nickname,
      @JsonPropertyDescription("The person's language, as `en-US`.") Optional<String> locale,
      @JsonPropertyDescription("The organization that the connection belongs to.")
          Organization organization,
      @JsonPropertyDescription("What the person is there: owner, admin, member or auditor.")
          String role,
      @JsonPropertyDescription("The organization's plan.") Plan plan,
      @JsonPropertyDescription("What the person allowed this connection.") Connection connection,
      @JsonPropertyDescription("The systems that this connection was given something of.")
          List<ConnectedSystem> backends,
      @JsonPropertyDescription("What the person should look after, a sentence each.")
          List<String> attention) {
    Identity {
      backends = List.copyOf(backends);
      attention = List.copyOf(attention);
    }
  }

  /// An organization.
  record Organization(
      @JsonPropertyDescription("What it is called.") String name,
      @JsonPropertyDescription("Its name in addresses.") String slug) {}

  /// A plan, and how much of it is left.
  record Plan(
      @JsonPropertyDescription("What it is called.") String name,
      @JsonPropertyDescription("How many calls are left, of each quota there is.")
          List<Left> left) {
    Plan {
      left = List.copyOf(left);
    }
  }

  /// What is left of one quota.
  record Left(
      @JsonPropertyDescription("Whom it bounds: the person, or the organization together.")
          String of,
      @JsonPropertyDescription("How long it lasts: day or month.") String span,
      @JsonPropertyDescription("How many calls it allows.") long quota,
      @JsonPropertyDescription("How many of them are left.") long left,
      @JsonPropertyDescription("When it starts anew.") Instant resetsAt) {}

  /// What was allowed.
  record Connection(
      @JsonPropertyDescription("The rights that the person gave.") List<String> scopes,
      @JsonPropertyDescription("When it ends.") Instant expiresAt,
      @JsonPropertyDescription("Whether the person narrowed it to reading.") boolean readOnly) {
    Connection {
      scopes = List.copyOf(scopes);
    }
  }

  /// A system behind the gateway.
  record ConnectedSystem(
      @JsonPropertyDescription("What it is called here, as in the ids of `search`.") String id,
      @JsonPropertyDescription("What sort of system it is.") String kind,
      @JsonPropertyDescription("How the person's account there stands.") String account,
      @JsonPropertyDescription("Whether it answers.") String state,
      @JsonPropertyDescription("What this connection reaches there.") String reach) {}
}
