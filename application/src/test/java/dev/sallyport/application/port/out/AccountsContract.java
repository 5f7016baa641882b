package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.application.port.out.Accounts.Change;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.account.Account.State;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Accounts] must do. Extend it; override nothing but [#accounts()]
/// and [#changes()].
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class AccountsContract {
  private static final TenantScope HERE = scope("a");
  private static final TenantScope THERE = scope("b");
  private static final GrantId GRANT = new GrantId("%032x".formatted(1));
  private static final GrantId OTHER_GRANT = new GrantId("%032x".formatted(2));
  private static final BackendId CHAT = new BackendId("chat");
  private static final BackendId PHONE = new BackendId("phone");
  private static final int RACERS = 4;
  private static final int ROUNDS = 25;

  /// A store, empty at first and the same for the whole test.
  protected abstract Accounts accounts();

  /// Through what the store announces.
  protected abstract Changes changes();

  @Test
  void what_was_saved_is_found_as_it_is_by_grant_and_backend() {
    Account account = account(1, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, account);

    assertThat(accounts().find(HERE, GRANT, CHAT)).contains(account);
    assertThat(accounts().find(HERE, GRANT, PHONE)).isEmpty();
    assertThat(accounts().find(HERE, OTHER_GRANT, CHAT)).isEmpty();
  }

  @Test
  void the_links_of_a_grant_come_by_backend_and_without_those_of_others() {
    Account phone = account(1, HERE, GRANT, PHONE, State.STALE);
    Account chat = account(2, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, phone);
    accounts().save(HERE, chat);
    accounts().save(HERE, account(3, HERE, OTHER_GRANT, CHAT, State.LIVE));

    assertThat(accounts().of(HERE, GRANT)).containsExactly(chat, phone);
  }

  @Test
  void a_new_link_takes_the_place_of_the_old_one() {
    accounts().save(HERE, account(1, HERE, GRANT, CHAT, State.STALE));
    Account again = account(2, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, again);

    assertThat(accounts().of(HERE, GRANT)).containsExactly(again);
  }

  @Test
  void from_within_another_organization_it_is_as_if_it_were_not_there() {
    Account account = account(1, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, account);

    assertThat(accounts().find(THERE, GRANT, CHAT)).isEmpty();
    assertThat(accounts().of(THERE, GRANT)).isEmpty();
    assertThat(accounts().markStale(THERE, account.id())).isEqualTo(Change.NOTHING_TO_CHANGE);
    assertThat(accounts().remove(THERE, account.id())).isEqualTo(Change.NOTHING_TO_CHANGE);
    assertThat(accounts().find(HERE, GRANT, CHAT)).contains(account);
  }

  @Test
  void the_same_ids_in_two_organizations_are_two_links() {
    Account here = account(1, HERE, GRANT, CHAT, State.LIVE);
    Account there = account(1, THERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, here);
    accounts().save(THERE, there);
    accounts().remove(THERE, there.id());

    assertThat(accounts().find(HERE, GRANT, CHAT)).contains(here);
    assertThat(accounts().find(THERE, GRANT, CHAT)).isEmpty();
  }

  @Test
  void one_cannot_be_saved_from_within_another_organization() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts().save(THERE, account(1, HERE, GRANT, CHAT, State.LIVE)));
    assertThat(accounts().find(HERE, GRANT, CHAT)).isEmpty();
  }

  @Test
  void an_id_that_names_another_link_is_a_bug() {
    Account account = account(1, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, account);

    assertThatIllegalStateException()
        .isThrownBy(() -> accounts().save(HERE, account(1, HERE, OTHER_GRANT, CHAT, State.LIVE)));
    assertThat(accounts().find(HERE, OTHER_GRANT, CHAT)).isEmpty();
    assertThat(accounts().find(HERE, GRANT, CHAT)).contains(account);
  }

  @Test
  void a_live_link_becomes_stale_once() {
    Account account = account(1, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, account);

    assertThat(accounts().markStale(HERE, account.id())).isEqualTo(Change.CHANGED);
    assertThat(accounts().markStale(HERE, account.id())).isEqualTo(Change.NOTHING_TO_CHANGE);
    assertThat(accounts().find(HERE, GRANT, CHAT))
        .contains(account(1, HERE, GRANT, CHAT, State.STALE));
  }

  @Test
  void a_late_word_about_an_old_link_does_not_touch_the_new_one() {
    Account old = account(1, HERE, GRANT, CHAT, State.LIVE);
    Account again = account(2, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, old);
    accounts().save(HERE, again);

    assertThat(accounts().markStale(HERE, old.id())).isEqualTo(Change.NOTHING_TO_CHANGE);
    assertThat(accounts().remove(HERE, old.id())).isEqualTo(Change.NOTHING_TO_CHANGE);
    assertThat(accounts().find(HERE, GRANT, CHAT)).contains(again);
  }

  @Test
  void what_was_removed_is_gone() {
    Account account = account(1, HERE, GRANT, CHAT, State.LIVE);
    accounts().save(HERE, account);

    assertThat(accounts().remove(HERE, account.id())).isEqualTo(Change.CHANGED);
    assertThat(accounts().remove(HERE, account.id())).isEqualTo(Change.NOTHING_TO_CHANGE);
    assertThat(accounts().find(HERE, GRANT, CHAT)).isEmpty();
  }

  @Test
  void each_change_is_announced() {
    Account account = account(1, HERE, GRANT, CHAT, State.LIVE);
    long first = stamp();
    accounts().save(HERE, account);
    long saved = stamp();
    accounts().markStale(HERE, account.id());
    long stale = stamp();
    accounts().remove(HERE, account.id());

    assertThat(List.of(first, saved, stale, stamp())).doesNotHaveDuplicates();
  }

  @Test
  void what_changes_nothing_is_not_announced() {
    long before = stamp();
    accounts().markStale(HERE, new AccountId("%032x".formatted(9)));
    accounts().remove(HERE, new AccountId("%032x".formatted(9)));

    assertThat(stamp()).isEqualTo(before);
  }

  @Test
  void of_racing_links_exactly_one_remains() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var grant = new GrantId("%032x".formatted(100 + round));
      int base = 1 + RACERS * round;
      Race.of(
          RACERS,
          number -> {
            accounts().save(HERE, account(base + number, HERE, grant, CHAT, State.LIVE));
            return number;
          });

      assertThat(accounts().of(HERE, grant)).hasSize(1);
    }
  }

  @Test
  void of_racing_words_that_a_link_is_stale_one_is_the_first() throws Exception {
    Account account = account(1, HERE, GRANT, CHAT, State.LIVE);
    for (int round = 0; round < ROUNDS; round++) {
      accounts().save(HERE, account);

      assertThat(Race.of(RACERS, _ -> accounts().markStale(HERE, account.id())))
          .containsOnlyOnce(Change.CHANGED);
    }
  }

  private long stamp() {
    return changes().stamp(HERE.organization(), Subject.ENTITLEMENTS);
  }

  private static Account account(
      int number, TenantScope scope, GrantId grant, BackendId backend, State state) {
    return new Account(
        new AccountId("%032x".formatted(number)),
        scope.organization(),
        new PersonId("%032x".formatted(1)),
        grant,
        backend,
        Sealed.of(new byte[] {0, -1, 39, (byte) number}),
        state,
        Instant.parse("2026-11-20T12:00:00.123456Z"));
  }

  private static TenantScope scope(String digit) {
    return new TenantScope(new OrganizationId(digit.repeat(32)));
  }
}
