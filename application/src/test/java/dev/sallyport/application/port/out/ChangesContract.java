package dev.sallyport.application.port.out;

import static dev.sallyport.application.port.out.Changes.Subject.CONTENT;
import static dev.sallyport.application.port.out.Changes.Subject.ENTITLEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Undo;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Changes] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ChangesContract {
  // fixed: what shares a place in memory with them is the same in every run
  private static final TenantScope HERE = scope("0000000000000000000000000000000a");
  private static final TenantScope THERE = scope("0000000000000000000000000000000b");
  private static final int RACERS = 8;

  /// The same one during one test, which has heard what there was to hear.
  protected abstract Changes changes();

  /// That of another instance, likewise.
  protected abstract Changes elsewhere();

  /// Units that [#changes()] waits for.
  protected abstract UnitOfWork units();

  /// Lets both instances hear what there is to hear.
  protected abstract void listen();

  /// Lets both instances hear nothing for just more than a second.
  protected abstract void silence();

  @Test
  void without_a_change_the_stamp_stays() {
    long before = changes().stamp(HERE.organization(), CONTENT);
    listen();

    assertThat(changes().stamp(HERE.organization(), CONTENT)).isEqualTo(before);
  }

  @Test
  void a_change_is_heard_here_at_once() {
    long before = changes().stamp(HERE.organization(), CONTENT);
    changes().announce(HERE, CONTENT);

    assertThat(changes().stamp(HERE.organization(), CONTENT)).isNotEqualTo(before);
  }

  @Test
  void a_change_that_was_heard_here_is_not_heard_here_again() {
    changes().announce(HERE, CONTENT);
    changes().announceToAll(CONTENT);
    units().run(HERE, () -> announcing(new Keep<>("kept")));
    long heard = changes().stamp(HERE.organization(), CONTENT);
    listen();

    assertThat(changes().stamp(HERE.organization(), CONTENT)).isEqualTo(heard);
  }

  @Test
  void a_change_is_heard_elsewhere() {
    long before = elsewhere().stamp(HERE.organization(), CONTENT);
    changes().announce(HERE, CONTENT);
    listen();

    assertThat(elsewhere().stamp(HERE.organization(), CONTENT)).isNotEqualTo(before);
  }

  @Test
  void a_change_of_one_subject_or_organization_is_none_of_another() {
    long subject = elsewhere().stamp(HERE.organization(), ENTITLEMENTS);
    long organization = elsewhere().stamp(THERE.organization(), CONTENT);
    changes().announce(HERE, CONTENT);
    listen();

    assertThat(elsewhere().stamp(HERE.organization(), ENTITLEMENTS)).isEqualTo(subject);
    assertThat(elsewhere().stamp(THERE.organization(), CONTENT)).isEqualTo(organization);
  }

  @Test
  void what_concerns_all_changes_the_stamp_of_each() {
    long here = changes().stamp(HERE.organization(), ENTITLEMENTS);
    long there = elsewhere().stamp(THERE.organization(), ENTITLEMENTS);
    long other = elsewhere().stamp(THERE.organization(), CONTENT);
    changes().announceToAll(ENTITLEMENTS);
    listen();

    assertThat(changes().stamp(HERE.organization(), ENTITLEMENTS)).isNotEqualTo(here);
    assertThat(elsewhere().stamp(THERE.organization(), ENTITLEMENTS)).isNotEqualTo(there);
    assertThat(elsewhere().stamp(THERE.organization(), CONTENT)).isEqualTo(other);
  }

  @Test
  void what_concerns_all_is_heard_here_at_once() {
    long before = changes().stamp(HERE.organization(), ENTITLEMENTS);
    changes().announceToAll(ENTITLEMENTS);

    assertThat(changes().stamp(HERE.organization(), ENTITLEMENTS)).isNotEqualTo(before);
  }

  @Test
  void a_stamp_never_comes_again() {
    Set<Long> stamps = new HashSet<>();
    for (int change = 0; change < 100; change++) {
      stamps.add(changes().stamp(HERE.organization(), CONTENT));
      announceIn(change);
    }

    assertThat(stamps).hasSize(100);
  }

  @Test
  void what_a_unit_announces_is_heard_when_it_is_kept() {
    long here = changes().stamp(HERE.organization(), CONTENT);
    long elsewhere = elsewhere().stamp(HERE.organization(), CONTENT);
    units().run(HERE, () -> announcing(new Keep<>("kept")));

    assertThat(changes().stamp(HERE.organization(), CONTENT)).isNotEqualTo(here);
    listen();
    assertThat(elsewhere().stamp(HERE.organization(), CONTENT)).isNotEqualTo(elsewhere);
  }

  @Test
  void what_concerns_all_can_be_announced_by_a_unit() {
    long elsewhere = elsewhere().stamp(THERE.organization(), CONTENT);
    units()
        .run(
            HERE,
            () -> {
              changes().announceToAll(CONTENT);
              return announcing(new Keep<>("kept"));
            });
    listen();

    assertThat(elsewhere().stamp(THERE.organization(), CONTENT)).isNotEqualTo(elsewhere);
  }

  @Test
  void what_a_unit_announces_that_is_undone_or_throws_is_not_heard() {
    long here = changes().stamp(HERE.organization(), CONTENT);
    long elsewhere = elsewhere().stamp(HERE.organization(), CONTENT);
    units().run(HERE, () -> announcing(new Undo<>("undone")));
    assertThatThrownBy(() -> units().run(HERE, this::announcingAndThrowing));
    listen();

    assertThat(changes().stamp(HERE.organization(), CONTENT)).isEqualTo(here);
    assertThat(elsewhere().stamp(HERE.organization(), CONTENT)).isEqualTo(elsewhere);
  }

  @Test
  void racing_announcements_are_each_heard_elsewhere() throws Exception {
    for (int round = 0; round < 5; round++) {
      long here = elsewhere().stamp(HERE.organization(), CONTENT);
      long there = elsewhere().stamp(THERE.organization(), CONTENT);
      Race.of(RACERS, this::announceIn);
      listen();

      assertThat(elsewhere().stamp(HERE.organization(), CONTENT)).isNotEqualTo(here);
      assertThat(elsewhere().stamp(THERE.organization(), CONTENT)).isNotEqualTo(there);
    }
  }

  @Test
  void once_nothing_was_heard_for_a_second_nobody_knows() {
    silence();

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> changes().stamp(HERE.organization(), CONTENT));
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> elsewhere().stamp(HERE.organization(), CONTENT));
  }

  @Test
  void who_hears_again_knows_again_and_knows_of_what_changed_meanwhile() {
    long before = elsewhere().stamp(HERE.organization(), CONTENT);
    silence();
    changes().announce(HERE, CONTENT);
    listen();

    assertThat(elsewhere().stamp(HERE.organization(), CONTENT)).isNotEqualTo(before);
  }

  private int announceIn(int number) {
    changes().announce(number % 2 == 0 ? HERE : THERE, CONTENT);
    changes().announce(HERE, CONTENT);
    return number;
  }

  private UnitOfWork.Ending<String> announcing(UnitOfWork.Ending<String> ending) {
    changes().announce(HERE, CONTENT);
    return ending;
  }

  private UnitOfWork.Ending<String> announcingAndThrowing() {
    changes().announce(HERE, CONTENT);
    throw new IllegalArgumentException("a bug");
  }

  private static TenantScope scope(String organization) {
    return new TenantScope(new OrganizationId(organization));
  }
}
