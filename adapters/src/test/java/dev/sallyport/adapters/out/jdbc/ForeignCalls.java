package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.adapters.out.jdbc.Belongings.ALLOWANCE;
import static dev.sallyport.adapters.out.jdbc.Belongings.DAY;
import static dev.sallyport.adapters.out.jdbc.Belongings.LATER;
import static dev.sallyport.adapters.out.jdbc.Belongings.NOW;
import static dev.sallyport.adapters.out.jdbc.Belongings.PHONE;
import static dev.sallyport.adapters.out.jdbc.Belongings.SOMEBODY;
import static dev.sallyport.adapters.out.jdbc.Belongings.TEXT;
import static dev.sallyport.application.sample.AClaim.aClaim;
import static dev.sallyport.application.sample.AGrant.aGrant;
import static dev.sallyport.application.sample.AnApiKey.anApiKey;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Changes;
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
import dev.sallyport.application.port.out.Traces;
import dev.sallyport.application.port.out.Traces.Trace;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.Part;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.TenantScope;
import io.micronaut.context.BeanContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// How each method of a store is called from within one organization with the ids of another. Ids
/// that only the house mints, and that name a new thing, are new.
@FunctionalInterface
interface ForeignCalls {
  /// By method, with the parameters that follow the scope.
  Map<String, ForeignCalls> ALL = all();

  Object made(At at, Belongings theirs);

  static ForeignCalls of(String method) {
    return Objects.requireNonNull(ALL.get(method), method);
  }

  /// From where a call is made.
  record At(BeanContext stores, TenantScope scope) {
    <T> T get(Class<T> port) {
      return stores.getBean(port);
    }
  }

  private static Map<String, ForeignCalls> all() {
    Map<String, ForeignCalls> all = new TreeMap<>();
    accounts(all);
    apiKeys(all);
    approvals(all);
    claims(all);
    grants(all);
    ledger(all);
    tenancy(all);
    meter(all);
    sends(all);
    means(all);
    return all;
  }

  private static void accounts(Map<String, ForeignCalls> all) {
    all.put(
        "Accounts.find(GrantId, BackendId)",
        (at, it) -> at.get(Accounts.class).find(at.scope, it.grant().id(), PHONE));
    all.put(
        "Accounts.of(GrantId)", (at, it) -> at.get(Accounts.class).of(at.scope, it.grant().id()));
    all.put("Accounts.save(Account)", (at, it) -> saved(at, it));
    all.put(
        "Accounts.markStale(AccountId)",
        (at, it) -> at.get(Accounts.class).markStale(at.scope, it.account().id()));
    all.put(
        "Accounts.remove(AccountId)",
        (at, it) -> at.get(Accounts.class).remove(at.scope, it.account().id()));
  }

  private static Object saved(At at, Belongings it) {
    Accounts accounts = at.get(Accounts.class);
    accounts.save(
        at.scope,
        new Account(
            new AccountId(Fresh.call().value()),
            at.scope.organization(),
            it.person(),
            it.grant().id(),
            PHONE,
            TEXT,
            Account.State.LIVE,
            NOW));
    return accounts.of(at.scope, it.grant().id()).size();
  }

  private static void apiKeys(Map<String, ForeignCalls> all) {
    all.put(
        "ApiKeys.add(ApiKey)",
        (at, it) -> {
          at.get(ApiKeys.class).add(at.scope, anApiKey().carrying(it.grant()).in(at.scope).key());
          return at.get(ApiKeys.class).ofOrganization(at.scope).size();
        });
    all.put(
        "ApiKeys.find(ApiKeyId)", (at, it) -> at.get(ApiKeys.class).find(at.scope, it.key().id()));
    all.put("ApiKeys.ofOrganization()", (at, _) -> at.get(ApiKeys.class).ofOrganization(at.scope));
    all.put(
        "ApiKeys.revoke(ApiKeyId, Instant)",
        (at, it) -> at.get(ApiKeys.class).revoke(at.scope, it.key().id(), NOW));
  }

  private static void approvals(Map<String, ForeignCalls> all) {
    all.put(
        "Approvals.ask(Approval, Sealed)",
        (at, it) -> at.get(Approvals.class).ask(at.scope, it.approval(), TEXT));
    all.put(
        "Approvals.about(GrantId, ToolName, String, Instant)",
        (at, it) -> {
          Approval approval = it.approval();
          return at.get(Approvals.class)
              .about(at.scope, approval.grant(), approval.tool(), approval.binding(), NOW);
        });
    all.put(
        "Approvals.find(ApprovalId)",
        (at, it) -> at.get(Approvals.class).find(at.scope, it.approval().id()));
    all.put(
        "Approvals.text(ApprovalId)",
        (at, it) -> at.get(Approvals.class).text(at.scope, it.approval().id()));
    all.put(
        "Approvals.open(PersonId, Instant)",
        (at, it) -> at.get(Approvals.class).open(at.scope, it.person(), NOW));
    all.put(
        "Approvals.answer(ApprovalId, PersonId, State, Instant)",
        (at, it) ->
            at.get(Approvals.class)
                .answer(at.scope, it.approval().id(), it.person(), Approval.State.APPROVED, NOW));
    all.put(
        "Approvals.use(ApprovalId, Instant)",
        (at, it) -> at.get(Approvals.class).use(at.scope, it.approval().id(), NOW));
  }

  private static void claims(Map<String, ForeignCalls> all) {
    all.put(
        "Claims.claim(Claim, String, Sealed, Instant)",
        (at, it) ->
            at.get(Claims.class)
                .claim(
                    at.scope,
                    aClaim().in(at.scope).under(it.claim().key()).claim(),
                    "node",
                    TEXT,
                    NOW));
    all.put(
        "Claims.holder(ClaimKey, Instant)",
        (at, it) -> at.get(Claims.class).holder(at.scope, it.claim().key(), NOW));
    all.put(
        "Claims.find(ClaimId)", (at, it) -> at.get(Claims.class).find(at.scope, it.claim().id()));
    all.put(
        "Claims.move(Claim, Next)",
        (at, it) ->
            at.get(Claims.class)
                .move(
                    at.scope,
                    it.sending(),
                    new Claims.Next(ClaimState.UNKNOWN, NOW, Optional.empty())));
    all.put(
        "Claims.unknown(GrantId, Instant, int)",
        (at, it) -> at.get(Claims.class).unknown(at.scope, it.grant().id(), Instant.EPOCH, 10));
    all.put(
        "Claims.startPart(Claim, int, Instant)",
        (at, it) -> at.get(Claims.class).startPart(at.scope, it.sending(), 2, NOW));
    all.put(
        "Claims.endPart(ClaimId, Part, Instant)",
        (at, it) -> {
          at.get(Claims.class)
              .endPart(at.scope, it.claim().id(), new Part(0, Part.State.DONE, "here"), NOW);
          return "";
        });
    all.put(
        "Claims.parts(ClaimId)", (at, it) -> at.get(Claims.class).parts(at.scope, it.claim().id()));
  }

  private static void grants(Map<String, ForeignCalls> all) {
    all.put(
        "Grants.give(Grant)",
        (at, it) -> {
          at.get(Grants.class).give(at.scope, aGrant().in(at.scope).by(it.person()).grant());
          return at.get(Grants.class).ofPerson(at.scope, it.person()).size();
        });
    all.put(
        "Grants.find(GrantId)", (at, it) -> at.get(Grants.class).find(at.scope, it.grant().id()));
    all.put(
        "Grants.ofPerson(PersonId)",
        (at, it) -> at.get(Grants.class).ofPerson(at.scope, it.person()));
    all.put(
        "Grants.narrow(GrantId, Narrowing, Budget)",
        (at, it) ->
            at.get(Grants.class)
                .narrow(at.scope, it.grant().id(), Narrowing.toReading(), new Budget(0, 0, 0)));
    all.put(
        "Grants.revoke(GrantId, Instant)",
        (at, it) -> at.get(Grants.class).revoke(at.scope, it.grant().id(), NOW));
  }

  private static void ledger(Map<String, ForeignCalls> all) {
    all.put(
        "Ledger.append(Filing)",
        (at, it) -> {
          at.get(Ledger.class).append(at.scope, it.filing(at.scope));
          return "";
        });
    all.put("Ledger.find(EntryId)", (at, it) -> at.get(Ledger.class).find(at.scope, it.entry()));
    all.put("Ledger.latest(int)", (at, _) -> at.get(Ledger.class).latest(at.scope, 10));
    all.put(
        "Ledger.latestOf(GrantId, int)",
        (at, it) -> at.get(Ledger.class).latestOf(at.scope, it.grant().id(), 10));
    all.put(
        "Ledger.latestOf(PersonId, int)",
        (at, it) -> at.get(Ledger.class).latestOf(at.scope, it.person(), 10));
  }

  private static void tenancy(Map<String, ForeignCalls> all) {
    all.put(
        "Memberships.add(Membership)",
        (at, it) ->
            at.get(Memberships.class)
                .add(at.scope, new Membership(at.scope.organization(), it.person(), Role.AUDITOR)));
    all.put(
        "Memberships.find(PersonId)",
        (at, it) -> at.get(Memberships.class).find(at.scope, it.person()));
    all.put("Memberships.roster()", (at, _) -> at.get(Memberships.class).roster(at.scope));
    all.put(
        "Memberships.changeRole(PersonId, Role)",
        (at, it) -> at.get(Memberships.class).changeRole(at.scope, it.person(), Role.ADMIN));
    all.put(
        "Memberships.remove(PersonId)",
        (at, it) -> at.get(Memberships.class).remove(at.scope, it.person()));
    // slugs are public names, so one that is taken is told to be
    all.put(
        "Organizations.add(Organization)",
        (at, _) ->
            at.get(Organizations.class)
                .add(at.scope, at.get(Organizations.class).find(at.scope).orElseThrow()));
    all.put("Organizations.find()", (at, _) -> at.get(Organizations.class).find(at.scope));
    all.put(
        "Organizations.change(UnaryOperator)",
        (at, _) -> at.get(Organizations.class).change(at.scope, Organization::closed));
  }

  private static void meter(Map<String, ForeignCalls> all) {
    all.put(
        "Meter.reserve(Reservation)",
        (at, it) ->
            at.get(Meter.class)
                .reserve(
                    at.scope, Metering.call(Fresh.call(), it.person(), ALLOWANCE, 1, NOW, LATER)));
    all.put("Meter.commit(CallId)", (at, it) -> at.get(Meter.class).commit(at.scope, it.call()));
    all.put(
        "Meter.release(CallId)",
        (at, it) -> {
          at.get(Meter.class).release(at.scope, it.call());
          return "";
        });
    all.put(
        "Meter.usage(Charge)",
        (at, it) ->
            ALLOWANCE.charges(it.person(), it.scope().organization(), NOW).stream()
                .map(charge -> at.get(Meter.class).usage(at.scope, charge))
                .toList());
    all.put(
        "QuotaBlocks.take(Request)",
        (at, it) ->
            at.get(QuotaBlocks.class)
                .take(
                    at.scope,
                    new QuotaBlocks.Request(
                        Fresh.call(), "node", it.person(), ALLOWANCE, NOW, 1, 5, LATER)));
    all.put(
        "QuotaBlocks.spend(CallId, List, Instant)",
        (at, it) -> at.get(QuotaBlocks.class).spend(at.scope, it.block(), List.of(), LATER));
    all.put(
        "QuotaBlocks.close(CallId)",
        (at, it) -> {
          at.get(QuotaBlocks.class).close(at.scope, it.block());
          return "";
        });
  }

  private static void sends(Map<String, ForeignCalls> all) {
    all.put(
        "Spending.foresee(GrantId, LocalDate, int, Set)",
        (at, it) ->
            at.get(Spending.class).foresee(at.scope, it.grant().id(), DAY, 1, Set.of(SOMEBODY)));
    all.put(
        "Spending.spend(GrantId, LocalDate, ClaimId, int, Set, Budget)",
        (at, it) ->
            at.get(Spending.class)
                .spend(
                    at.scope,
                    it.grant().id(),
                    DAY,
                    it.claim().id(),
                    1,
                    Set.of(SOMEBODY),
                    new Budget(1, 1, 1)));
    all.put(
        "Spending.giveBack(ClaimId)",
        (at, it) -> {
          at.get(Spending.class).giveBack(at.scope, it.claim().id());
          return "";
        });
    all.put(
        "Taints.note(GrantId, List)",
        (at, it) -> {
          at.get(Taints.class).note(at.scope, it.grant().id(), List.of(it.mark()));
          return "";
        });
    all.put(
        "Taints.of(GrantId, Instant, int)",
        (at, it) -> at.get(Taints.class).of(at.scope, it.grant().id(), NOW, 10));
  }

  private static void means(Map<String, ForeignCalls> all) {
    all.put(
        "Changes.announce(Subject)",
        (at, _) -> {
          at.get(Changes.class).announce(at.scope, Changes.Subject.CONTENT);
          return "";
        });
    all.put(
        "Mailbox.leave(Letter, Instant)",
        (at, it) -> at.get(Mailbox.class).leave(at.scope, it.letter(), NOW));
    all.put(
        "Mailbox.take(String, Instant)",
        (at, it) -> at.get(Mailbox.class).take(at.scope, it.letter().node(), NOW));
    all.put(
        "Traces.read(PersonId, Consumer)",
        (at, it) -> {
          List<Trace> read = new ArrayList<>();
          at.get(Traces.class).read(at.scope, it.person(), read::add);
          return read;
        });
    all.put(
        "Traces.remove(PersonId)",
        (at, it) -> new TreeMap<>(at.get(Traces.class).remove(at.scope, it.person()).counts()));
    all.put(
        "UnitOfWork.run(Supplier)",
        (at, it) ->
            at.get(UnitOfWork.class)
                .run(
                    at.scope,
                    () ->
                        new Ending.Keep<>(
                            at.get(Grants.class).revoke(at.scope, it.grant().id(), NOW))));
  }
}
