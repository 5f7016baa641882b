package dev.sallyport.domain.policy;

import static dev.sallyport.domain.policy.Calls.CHAT;
import static dev.sallyport.domain.policy.Calls.CUSTOMER;
import static dev.sallyport.domain.policy.Calls.DINNER;
import static dev.sallyport.domain.policy.Calls.DMS;
import static dev.sallyport.domain.policy.Calls.FINANCE;
import static dev.sallyport.domain.policy.Calls.LUNCH;
import static dev.sallyport.domain.policy.Calls.NOON;
import static dev.sallyport.domain.policy.Calls.PHONE;
import static dev.sallyport.domain.policy.Calls.SALES;
import static dev.sallyport.domain.policy.Calls.STRANGER;
import static dev.sallyport.domain.policy.Calls.TOMORROW;
import static dev.sallyport.domain.policy.Calls.YESTERDAY;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.taint.Taint;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Footprint.Where;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One point of the policy's space: every fact that a rule asks for, as the few values in which it
/// can differ. The first value of each stands in nobody's way.
// Error Prone cannot know that what the enums hold never changes: records, and sets made by Set.of
@SuppressWarnings("ImmutableEnumChecker")
record Situation(
    Life life,
    Who who,
    Effect effect,
    Right right,
    OnPlan onPlan,
    boolean offered,
    Ticked ticked,
    boolean toggled,
    Narrowed narrowed,
    Link link,
    boolean placed,
    Touch touch,
    boolean asDeclared,
    To to,
    Spent spent,
    Read read,
    TaintMode mode,
    boolean approved) {
  private static final Grant GRANT = Calls.grant();
  private static final ToolSet OTHERS = new ToolSet("others", Set.of(), List.of("contacts_*"));
  private static final ToolSpec TOOL = ToolSpec.named("messages", "Some tool", Calls.WRITE);

  enum Life {
    LIVE(TOMORROW, Optional.empty()),
    EXPIRED(NOON, Optional.empty()),
    REVOKED(TOMORROW, Optional.of(YESTERDAY)),
    REVOKED_AND_EXPIRED(NOON, Optional.of(YESTERDAY));

    private final Instant ends;

    private final Optional<Instant> revoked;

    Life(Instant ends, Optional<Instant> revoked) {
      this.ends = ends;
      this.revoked = revoked;
    }
  }

  enum Who {
    OWNER(new Belonging.Member(Role.OWNER)),
    ADMIN(new Belonging.Member(Role.ADMIN)),
    MEMBER(new Belonging.Member(Role.MEMBER)),
    AUDITOR(new Belonging.Member(Role.AUDITOR)),
    LEFT(Belonging.Apart.LEFT),
    PERSON_SUSPENDED(Belonging.Apart.PERSON_SUSPENDED),
    ORGANIZATION_SUSPENDED(Belonging.Apart.ORGANIZATION_SUSPENDED);

    private final Belonging belonging;

    Who(Belonging belonging) {
      this.belonging = belonging;
    }
  }

  /// Every tool of the space needs `messages:write`.
  enum Right {
    EXACT("messages:write", "messages:write"),
    IMPLIED("messages:admin", "messages:delete"),
    NOT_GRANTED("messages:read", "messages:admin"),
    NOT_IN_TOKEN("messages:admin", "contacts:admin");

    private final Scopes granted;
    private final Scopes token;

    Right(String granted, String token) {
      this.granted = Scopes.of(new Scope(granted));
      this.token = Scopes.of(new Scope(token));
    }
  }

  enum OnPlan {
    INCLUDED(Entitlement.INCLUDED),
    WITH_APPROVAL(Entitlement.WITH_APPROVAL),
    NOT_INCLUDED(Entitlement.NOT_INCLUDED);

    private final Plan plan;

    OnPlan(Entitlement entitlement) {
      this.plan = Calls.plan(entitlement);
    }
  }

  enum Ticked {
    SPACE(Reach.of(SALES)),
    OTHER_SPACE(Reach.of(FINANCE)),
    NOTHING(Reach.NOWHERE);

    private final Map<BackendId, Reach> reaches;
    private final Map<BackendId, Reach> withPrivate;

    Ticked(Reach reach) {
      this.reaches = Map.of(PHONE, reach);
      this.withPrivate = Map.of(PHONE, reach.and(DMS));
    }
  }

  enum Narrowed {
    NOT(Narrowing.NONE),
    TO_READING(Narrowing.toReading()),
    TO_SPACE(Narrowing.to(PHONE, Kept.spaces(SALES))),
    TO_OTHER_SPACE(Narrowing.to(PHONE, Kept.spaces(FINANCE))),
    TO_CONVERSATION(Narrowing.to(PHONE, Kept.conversations(LUNCH))),
    TO_OTHER_CONVERSATION(Narrowing.to(PHONE, Kept.conversations(DINNER))),
    TO_CUSTOMERS(Narrowing.toRecipients("+49")),
    TO_NOBODY(Narrowing.toRecipients());

    private final Narrowing narrowing;

    Narrowed(Narrowing narrowing) {
      this.narrowing = narrowing;
    }
  }

  enum Touch {
    SPACE(new Where.Named(Set.of(Place.in(PHONE, SALES)))),
    CONVERSATION(new Where.Named(Set.of(Place.in(PHONE, SALES, LUNCH)))),
    PRIVATE(new Where.Named(Set.of(new Place.InPrivate(PHONE, DMS, LUNCH)))),
    BOTH_SPACES(new Where.Named(Set.of(Place.in(PHONE, SALES), Place.in(PHONE, FINANCE)))),
    ANOTHER_BACKEND(new Where.Named(Set.of(Place.in(CHAT, SALES)))),
    NO_PLACE(new Where.Named(Set.of())),
    WITHIN_REACH(new Where.WithinReach()),
    NOWHERE(new Where.Nowhere());

    private final Where where;

    Touch(Where where) {
      this.where = where;
    }
  }

  enum To {
    CUSTOMER(Set.of(Calls.CUSTOMER)),
    READERS(Set.of()),
    CUSTOMER_AND_STRANGER(Set.of(Calls.CUSTOMER, STRANGER));

    private final Set<Recipient> recipients;

    To(Set<Recipient> recipients) {
      this.recipients = recipients;
    }
  }

  /// One was sent to one new recipient today, and the call would do so again.
  enum Spent {
    NOTHING(new Budget(9, 9, 9)),
    SENDS(new Budget(1, 9, 9)),
    RECIPIENTS(new Budget(9, 1, 9)),
    NEWCOMERS(new Budget(9, 9, 1));

    private static final Sent ONE = new Sent(1, 1, 1);

    private final Budget budget;

    Spent(Budget budget) {
      this.budget = budget;
    }
  }

  enum Read {
    NOTHING(Taint.NONE),
    CUSTOMER_IN_SALES(source(SALES, new Author.Outside(CUSTOMER), TOMORROW)),
    SOMEBODY_IN_SALES(source(SALES, new Author.Unknown(), TOMORROW)),
    STRANGER_IN_FINANCE(source(FINANCE, new Author.Outside(STRANGER), TOMORROW)),
    STRANGER_LONG_AGO(source(FINANCE, new Author.Outside(STRANGER), NOON)),
    TOO_MANY(Taint.NONE.withUnknown(TOMORROW)),
    TOO_MANY_LONG_AGO(Taint.NONE.withUnknown(NOON));

    private final Taint taint;

    Read(Taint taint) {
      this.taint = taint;
    }

    private static Taint source(SpaceId space, Author author, Instant until) {
      return Taint.NONE.with(new Source(Place.in(PHONE, space), author), until);
    }
  }

  /// What the call would do: what its tool declares, or something else.
  Effect done() {
    if (asDeclared) {
      return effect;
    }
    return switch (effect) {
      case READ -> Effect.WRITE;
      case WRITE -> Effect.SEND;
      case SEND -> Effect.DESTROY;
      case DESTROY -> Effect.READ;
    };
  }

  ToolCall call() {
    return call(grant());
  }

  ToolCall call(Grant grant) {
    return new ToolCall(
        request(grant),
        new Footprint(done(), touch.where, to.recipients, new TreeMap<>(), 1),
        new History(Spent.ONE, Spent.ONE, read.taint, mode),
        approved ? Approval.GIVEN : Approval.NONE);
  }

  private Request request(Grant grant) {
    ToolSpec tool = TOOL.effect(effect);
    return new Request(
        grant,
        right.token,
        who.belonging,
        onPlan.plan,
        offered ? ToolSet.EVERYTHING : OTHERS,
        PHONE,
        Calls.KIND,
        placed ? tool : tool.unplaced(),
        link,
        NOON);
  }

  Grant grant() {
    Grant any = GRANT;
    return new Grant(
        any.id(),
        any.organization(),
        any.person(),
        any.client(),
        right.granted,
        toggled ? ticked.withPrivate : ticked.reaches,
        narrowed.narrowing,
        spent.budget,
        any.trusted(),
        any.givenAt(),
        life.ends,
        life.revoked,
        1);
  }
}
