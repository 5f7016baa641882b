package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.sample.AClaim.aClaim;
import static dev.sallyport.application.sample.AGrant.aGrant;
import static dev.sallyport.application.sample.AnApiKey.anApiKey;
import static dev.sallyport.application.sample.AnApproval.anApproval;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.Taints;
import dev.sallyport.application.port.out.Taints.Mark;
import dev.sallyport.application.sample.AClaim;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.Part;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tenancy.TaintPolicy;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.Sealed;
import io.micronaut.context.BeanContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An organization with one of everything, by the ids that name it.
///
/// @param call of a reservation
/// @param block of a quota
record Belongings(
    TenantScope scope,
    Grant grant,
    Claim claim,
    Approval approval,
    Account account,
    ApiKey key,
    CallId call,
    CallId block,
    EntryId entry) {
  static final Instant NOW = AClaim.CLAIMED;
  static final Instant LATER = NOW.plusSeconds(600);
  static final LocalDate DAY = LocalDate.parse("2026-11-20");
  static final BackendId PHONE = new BackendId("phone");
  static final Sealed TEXT = Sealed.of("sealed".getBytes(StandardCharsets.UTF_8));
  static final Pseudonym SOMEBODY = Pseudonym.of("somebody".getBytes(StandardCharsets.UTF_8));
  static final Allowance ALLOWANCE =
      Metering.allowance(
          new Quota(Limit.of(100), Limit.of(100)),
          new Quota(Limit.of(100), Limit.of(100)),
          Overage.BLOCK);

  /// Ids that nobody ever used.
  static Belongings nowhere() {
    TenantScope scope = Fresh.scope();
    Grant grant = aGrant().in(scope).grant();
    Claim claim = aClaim().in(scope).by(grant.person()).through(grant.id()).claim();
    Approval approval = anApproval().in(scope).of(grant.person()).approval();
    var account =
        new Account(
            new AccountId(Fresh.call().value()),
            scope.organization(),
            grant.person(),
            grant.id(),
            PHONE,
            TEXT,
            Account.State.LIVE,
            NOW);
    return new Belongings(
        scope,
        grant,
        claim,
        approval,
        account,
        anApiKey().carrying(grant).key(),
        Fresh.call(),
        Fresh.call(),
        new EntryId(Fresh.call().value()));
  }

  /// The same, with everything there.
  static Belongings left(BeanContext stores) {
    Belongings it = nowhere();
    TenantScope scope = it.scope;
    assertThat(stores.getBean(Organizations.class).add(scope, it.organization()))
        .isEqualTo(Organizations.Addition.ADDED);
    stores
        .getBean(Memberships.class)
        .add(scope, new Membership(scope.organization(), it.person(), Role.MEMBER));
    stores.getBean(Grants.class).give(scope, it.grant);
    stores.getBean(Accounts.class).save(scope, it.account);
    stores.getBean(ApiKeys.class).add(scope, it.key);
    Claims claims = stores.getBean(Claims.class);
    claims.claim(scope, it.claim, "node", TEXT, NOW);
    claims.move(scope, it.claim, new Claims.Next(ClaimState.SENDING, NOW, Optional.empty()));
    claims.startPart(scope, it.sending(), 0, NOW);
    claims.startPart(scope, it.sending(), 1, NOW);
    claims.endPart(scope, it.claim.id(), new Part(1, Part.State.DONE, "there"), NOW);
    stores.getBean(Approvals.class).ask(scope, it.approval, TEXT);
    stores.getBean(Taints.class).note(scope, it.grant.id(), List.of(it.mark()));
    stores
        .getBean(Spending.class)
        .spend(scope, it.grant.id(), DAY, it.claim.id(), 1, Set.of(SOMEBODY), Budget.UNLIMITED);
    stores.getBean(Ledger.class).append(scope, it.filing(scope));
    stores.getBean(Meter.class).reserve(scope, it.reservation());
    stores.getBean(QuotaBlocks.class).take(scope, it.request());
    stores.getBean(Mailbox.class).leave(scope, it.letter(), NOW);
    return it;
  }

  /// The claim as it is stored.
  Claim sending() {
    return claim.becomes(ClaimState.SENDING, NOW);
  }

  PersonId person() {
    return grant.person();
  }

  Organization organization() {
    return organization(scope, new PlanId("free"));
  }

  /// One of its own: of a slug that is taken, the second would not be stored.
  static Organization organization(TenantScope scope, PlanId plan) {
    return new Organization(
        scope.organization(),
        "Acme",
        new Slug("acme-" + scope.organization().value()),
        Organization.Kind.SHARED,
        Organization.Standing.ACTIVE,
        plan,
        Optional.empty(),
        Optional.empty(),
        TaintPolicy.standard());
  }

  Mark mark() {
    return new Mark(SOMEBODY, TEXT, LATER);
  }

  Mailbox.Letter letter() {
    return new Mailbox.Letter("node", "name", grant.id(), TEXT, LATER);
  }

  Meter.Reservation reservation() {
    return Metering.call(call, person(), ALLOWANCE, 1, NOW, LATER);
  }

  QuotaBlocks.Request request() {
    return new QuotaBlocks.Request(block, "node", person(), ALLOWANCE, NOW, 1, 5, LATER);
  }

  /// The entry as one of that organization.
  Filing filing(TenantScope in) {
    Facts facts = Facts.none().with(Fact.GRANT, grant.id().value());
    return Filing.of(
        new Entry(entry, in.organization(), NOW, Kind.CLAIMED, facts, Personal.none()), person());
  }

  /// The text without the ids, so that two texts can be compared.
  String masked(String text) {
    String masked = text;
    for (String id :
        List.of(
            scope.organization().value(),
            grant.id().value(),
            person().value(),
            claim.id().value(),
            claim.call().value(),
            claim.key().value(),
            claim.argumentsHash(),
            approval.id().value(),
            approval.grant().value(),
            approval.binding(),
            account.id().value(),
            key.id().value(),
            key.hash().hex(),
            call.value(),
            block.value(),
            entry.value())) {
      masked = masked.replace(id, "*");
    }
    return masked;
  }
}
