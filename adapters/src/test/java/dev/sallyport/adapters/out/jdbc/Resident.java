package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.sample.AGrant.aGrant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.SlimHouse;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AnswerApproval;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.CreateKey.Wish;
import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A person in an organization, by all the names of what they left in a house.
///
/// @param words what they read, wrote and sent, and the key they chose for it
record Resident(
    TenantScope scope,
    Grant grant,
    AccountId account,
    String secret,
    String space,
    String words,
    ApprovalId question) {
  /// A space that everybody reaches.
  static final String LOBBY = "lobby";

  private static final BackendId CHAT = new BackendId("chat");

  static PersonId somebody() {
    return Fresh.person();
  }

  /// Names that nobody ever used, but for the person.
  static Resident nowhere(PersonId person) {
    TenantScope scope = Fresh.scope();
    String space = name();
    return new Resident(
        scope,
        aGrant()
            .in(scope)
            .by(person)
            .allowing("messages:read", "messages:write")
            .reaching(CHAT.value(), Reach.of(new SpaceId(space), new SpaceId(LOBBY)))
            .grant(),
        new AccountId(name()),
        name(),
        space,
        name(),
        Fresh.approval());
  }

  /// The same, with everything there.
  static Resident in(WholeHouse house, PersonId person) {
    Resident it = nowhere(person);
    it.settle(house);
    it.link(house);
    return it.asked(it.acts(house));
  }

  PersonId person() {
    return grant.person();
  }

  Caller caller() {
    return caller(this, this);
  }

  /// Who calls from here through that grant as that person.
  Caller caller(Resident through, Resident as) {
    return new Caller(
        scope, through.grant.id(), as.person(), grant.client(), through.grant.scopes());
  }

  /// Who decides on our own pages.
  Caller onPages(Resident as) {
    return new Caller(scope, grant.id(), as.person(), ClientId.PAGES, Scopes.NONE);
  }

  /// A key for somebody new.
  Wish wish() {
    return new Wish(
        new EmailAddress(words + "@example.org"),
        "laptop",
        grant.scopes(),
        grant.reaches(),
        false,
        Duration.ofDays(1));
  }

  String lostKey() {
    return "lost-" + words;
  }

  /// The text with one word in the place of each name.
  String masked(String text, String by) {
    String masked = text;
    for (String name : names()) {
      masked = masked.replace(name, by);
    }
    return masked;
  }

  List<String> names() {
    return List.of(
        scope.organization().value(),
        person().value(),
        grant.id().value(),
        account.value(),
        secret,
        space,
        words,
        question.value());
  }

  private void settle(WholeHouse house) {
    // who is at home in another organization already is known
    house
        .get(People.class)
        .add(
            new Person(
                person(),
                Optional.of(new EmailAddress(person().value() + "@example.com")),
                Locale.ROOT,
                Person.Standing.ACTIVE,
                house.now()));
    assertThat(
            house
                .get(Organizations.class)
                .add(scope, Belongings.organization(scope, SlimHouse.plan().id())))
        .isEqualTo(Organizations.Addition.ADDED);
    house
        .get(Memberships.class)
        .add(scope, new Membership(scope.organization(), person(), Role.OWNER));
    house.get(Grants.class).give(scope, grant);
  }

  private void link(WholeHouse house) {
    house
        .get(Accounts.class)
        .save(
            scope,
            new Account(
                account,
                scope.organization(),
                person(),
                grant.id(),
                CHAT,
                credential(house),
                Account.State.LIVE,
                house.now()));
  }

  private Sealed credential(WholeHouse house) {
    var context = SealContext.of("credential", scope.organization(), account.value());
    if (house.get(PersonKeys.class).keyOf(person()) instanceof Holding.Present(var wrapped)
        && house
                .get(Vault.class)
                .unlock(wrapped, new Lock.ServerSealed(), SealContext.ofKey(person()))
            instanceof Unlocking.Unlocked(var key)) {
      return key.seal(context, secret.getBytes(StandardCharsets.UTF_8));
    }
    throw new IllegalStateException("a new person has a key");
  }

  /// Writes, once with and once without hearing of it; asks to send, which is approved once; and
  /// reads, before that for the taint and after it for the memory, which every change empties.
  private ApprovalId acts(WholeHouse house) {
    reads(house, "news");
    assertThat(house.call(caller(), WholeHouse.WRITE, LOBBY, words, words).outcome())
        .isInstanceOf(Outcome.Answered.class);
    String lost = WholeHouse.LOST + words;
    assertThat(house.call(caller(), WholeHouse.WRITE, LOBBY, lost, lostKey()).outcome())
        .isInstanceOf(Outcome.OutcomeUnknown.class);
    ApprovalId approved = question(house, "approved ");
    assertThat(
            house
                .get(AnswerApproval.class)
                .answer(onPages(this), approved, AnswerApproval.Choice.APPROVE))
        .isInstanceOf(AnswerApproval.Result.Taken.class);
    ApprovalId open = question(house, "asked ");
    house.listens();
    reads(house, words);
    return open;
  }

  private void reads(WholeHouse house, String text) {
    assertThat(house.call(caller(), WholeHouse.READ, LOBBY, text, "").outcome())
        .isInstanceOf(Outcome.Answered.class);
  }

  private ApprovalId question(WholeHouse house, String about) {
    Answer answer = house.call(caller(), WholeHouse.SEND, LOBBY, about + words, "");
    if (answer.outcome() instanceof Outcome.ApprovalNeeded needed) {
      return needed.approval();
    }
    throw new IllegalStateException("sent without a question: " + answer);
  }

  private Resident asked(ApprovalId about) {
    return new Resident(scope, grant, account, secret, space, words, about);
  }

  private static String name() {
    return Fresh.call().value();
  }
}
