package dev.sallyport.domain.policy;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Entitlements;
import dev.sallyport.domain.plan.Expense;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import dev.sallyport.domain.plan.Rights;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.taint.Taint;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A call that tests start from: it passes, and each word changes one fact of it.
///
/// A member's assistant sends a message from the sales inbox to a customer.
record Calls(Request request, Footprint footprint, History history, Approval approval) {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final Instant YESTERDAY = Instant.parse("2026-11-19T12:00:00Z");
  static final Instant TOMORROW = Instant.parse("2026-11-21T12:00:00Z");
  static final BackendId PHONE = new BackendId("phone");
  static final BackendId CHAT = new BackendId("chat");
  static final SpaceId SALES = new SpaceId("sales");
  static final SpaceId FINANCE = new SpaceId("finance");
  static final PrivateKind DMS = new PrivateKind("dms");
  static final ConversationId LUNCH = new ConversationId("lunch");
  static final ConversationId DINNER = new ConversationId("dinner");
  static final Scope READ = new Scope("messages:read");
  static final Scope WRITE = new Scope("messages:write");
  static final Scope ADMIN = new Scope("messages:admin");
  static final Recipient CUSTOMER = Recipient.phone("+4930111", "DE");
  static final Recipient STRANGER = Recipient.phone("+3312222", "FR");
  static final BackendKind KIND = new BackendKind("openphone");

  static Calls aCallThatPasses() {
    return new Calls(
        new Request(
            grant(),
            Scopes.of(WRITE),
            new Belonging.Member(Role.MEMBER),
            plan(Entitlement.INCLUDED),
            ToolSet.EVERYTHING,
            PHONE,
            KIND,
            ToolSpec.named("send_message", "Send a message", WRITE).effect(Effect.SEND),
            Link.LIVE,
            NOON),
        Footprint.sendingTo(Set.of(CUSTOMER), Place.in(PHONE, SALES)),
        History.NONE,
        Approval.NONE);
  }

  static Calls aReadThatPasses() {
    return aCallThatPasses().of(Effect.READ).touching(Footprint.reading(Place.in(PHONE, SALES)));
  }

  static Grant grant() {
    return new Grant(
        new GrantId("1".repeat(32)),
        new OrganizationId("2".repeat(32)),
        new PersonId("3".repeat(32)),
        new ClientId("assistant"),
        Scopes.of(WRITE),
        Map.of(PHONE, Reach.of(SALES)),
        Narrowing.NONE,
        Budget.UNLIMITED,
        Set.of(),
        YESTERDAY,
        TOMORROW,
        Optional.empty(),
        0);
  }

  static Plan plan(Entitlement all) {
    return new Plan(
        new PlanId("pro"),
        "Pro",
        1,
        new Entitlements(Map.of(KIND, new Rights(all, all, all, all, true, true)), Rights.NONE),
        Bounds.NONE,
        Bounds.NONE,
        Limit.NONE,
        Pool.NONE,
        new Expense(1, Limit.NONE),
        Set.of(Overage.Kind.BLOCK),
        Duration.ZERO,
        false);
  }

  ToolCall call() {
    return new ToolCall(request, footprint, history, approval);
  }

  Calls of(Grant grant) {
    return with(
        new Request(
            grant,
            request.token(),
            request.belonging(),
            request.plan(),
            request.offered(),
            request.backend(),
            request.kind(),
            request.tool(),
            request.link(),
            request.at()));
  }

  Calls revokedAt(Instant at) {
    return of(request.grant().revoked(at));
  }

  Calls narrowed(Narrowing by) {
    return of(request.grant().narrowed(by, Budget.UNLIMITED));
  }

  Calls with(Budget atMost) {
    return of(request.grant().narrowed(Narrowing.NONE, atMost));
  }

  Calls granted(Scope... scopes) {
    return of(grantOf(Scopes.of(scopes), request.grant().reaches()));
  }

  Calls reaching(Reach reach) {
    return of(grantOf(request.grant().scopes(), Map.of(PHONE, reach)));
  }

  Calls withToken(Scope... scopes) {
    return with(
        new Request(
            request.grant(),
            Scopes.of(scopes),
            request.belonging(),
            request.plan(),
            request.offered(),
            request.backend(),
            request.kind(),
            request.tool(),
            request.link(),
            request.at()));
  }

  Calls by(Role role) {
    return by(new Belonging.Member(role));
  }

  Calls by(Belonging belonging) {
    return with(
        new Request(
            request.grant(),
            request.token(),
            belonging,
            request.plan(),
            request.offered(),
            request.backend(),
            request.kind(),
            request.tool(),
            request.link(),
            request.at()));
  }

  Calls onAPlanWhereAllIs(Entitlement entitlement) {
    return with(
        new Request(
            request.grant(),
            request.token(),
            request.belonging(),
            plan(entitlement),
            request.offered(),
            request.backend(),
            request.kind(),
            request.tool(),
            request.link(),
            request.at()));
  }

  Calls offered(String... tools) {
    return with(
        new Request(
            request.grant(),
            request.token(),
            request.belonging(),
            request.plan(),
            new ToolSet("some", Set.of(), List.of(tools)),
            request.backend(),
            request.kind(),
            request.tool(),
            request.link(),
            request.at()));
  }

  Calls of(Effect effect) {
    return of(request.tool().effect(effect));
  }

  Calls unplaced() {
    return of(request.tool().unplaced());
  }

  Calls linked(Link link) {
    return with(
        new Request(
            request.grant(),
            request.token(),
            request.belonging(),
            request.plan(),
            request.offered(),
            request.backend(),
            request.kind(),
            request.tool(),
            link,
            request.at()));
  }

  Calls at(Instant at) {
    return with(
        new Request(
            request.grant(),
            request.token(),
            request.belonging(),
            request.plan(),
            request.offered(),
            request.backend(),
            request.kind(),
            request.tool(),
            request.link(),
            at));
  }

  Calls touching(Footprint other) {
    return new Calls(request, other, history, approval);
  }

  Calls into(SpaceId space) {
    return touching(Footprint.sendingTo(Set.of(CUSTOMER), Place.in(PHONE, space)));
  }

  Calls intoThePrivate(ConversationId conversation) {
    return touching(Footprint.sendingTo(new Place.InPrivate(PHONE, DMS, conversation)));
  }

  Calls intoNoPlace() {
    return touching(
        new Footprint(
            Effect.SEND,
            new Footprint.Where.Nowhere(),
            footprint.recipients(),
            footprint.amounts(),
            1));
  }

  Calls to(Recipient... recipients) {
    return touching(Footprint.sendingTo(Set.of(recipients), Place.in(PHONE, SALES)));
  }

  Calls toWhoeverReadsIn(SpaceId space) {
    return touching(Footprint.sendingTo(Place.in(PHONE, space)));
  }

  Calls after(Sent today, Sent call) {
    return new Calls(
        request, footprint, new History(today, call, history.taint(), history.mode()), approval);
  }

  Calls afterReading(Recipient outsider) {
    return afterReading(
        Taint.NONE.with(
            new Source(Place.in(PHONE, SALES), new Author.Outside(outsider)), TOMORROW));
  }

  Calls afterReading(Taint taint) {
    return new Calls(
        request, footprint, new History(history.today(), history.call(), taint, mode()), approval);
  }

  Calls where(TaintMode mode) {
    return new Calls(
        request,
        footprint,
        new History(history.today(), history.call(), history.taint(), mode),
        approval);
  }

  Calls approved() {
    return new Calls(request, footprint, history, Approval.GIVEN);
  }

  private TaintMode mode() {
    return history.mode();
  }

  private Calls of(ToolSpec tool) {
    return with(
        new Request(
            request.grant(),
            request.token(),
            request.belonging(),
            request.plan(),
            request.offered(),
            request.backend(),
            request.kind(),
            tool,
            request.link(),
            request.at()));
  }

  private Calls with(Request other) {
    return new Calls(other, footprint, history, approval);
  }

  private Grant grantOf(Scopes scopes, Map<BackendId, Reach> reaches) {
    Grant grant = request.grant();
    return new Grant(
        grant.id(),
        grant.organization(),
        grant.person(),
        grant.client(),
        scopes,
        reaches,
        grant.narrowing(),
        grant.budget(),
        grant.trusted(),
        grant.givenAt(),
        grant.expiresAt(),
        grant.revokedAt(),
        grant.generation());
  }
}
