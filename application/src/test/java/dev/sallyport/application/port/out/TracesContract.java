package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Traces.Part;
import dev.sallyport.application.port.out.Traces.Trace;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.PersonalPart;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What a gathering of traces promises.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class TracesContract {
  private final TenantScope here = Fresh.scope();
  private final TenantScope there = Fresh.scope();
  private final PersonId anna = Fresh.person();
  private final PersonId ben = Fresh.person();

  protected abstract Traces traces();

  /// Leaves one of everything of a person in an organization: account, API key, claim with its
  /// arguments, approval with its text, source, usage, and an entry of the ledger with a personal
  /// part.
  protected abstract void leave(TenantScope scope, PersonId person);

  @Test
  void every_organization_is_named_that_keeps_something() {
    leave(there, anna);
    leave(here, anna);
    leave(Fresh.scope(), ben);

    assertThat(traces().organizations(anna))
        .containsExactly(here.organization(), there.organization());
    assertThat(traces().organizations(Fresh.person())).isEmpty();
  }

  @Test
  void every_organization_is_known_also_once_it_keeps_nothing_any_more() {
    leave(here, anna);
    leave(there, ben);
    traces().remove(here, anna);

    assertThat(traces().everywhere()).contains(here.organization(), there.organization());
  }

  @Test
  void what_is_kept_of_a_person_is_read_list_by_list() {
    leave(here, anna);
    leave(here, ben);
    leave(there, anna);

    assertThat(read(here, anna))
        .extracting(Trace::list)
        .containsExactly("accounts", "keys", "claims", "approvals", "sources", "usage", "ledger");
  }

  @Test
  void sealed_parts_are_passed_for_what_they_were_sealed() {
    leave(here, anna);

    assertThat(sealed(here, anna))
        .extracting(Part::part)
        .containsExactly(
            PersonalPart.CLAIM_ARGUMENTS,
            PersonalPart.APPROVAL_TEXT,
            PersonalPart.TAINT_SOURCE,
            PersonalPart.LEDGER_ENTRY);
  }

  @Test
  void what_was_removed_is_not_passed_any_more() {
    leave(here, anna);

    assertThat(traces().remove(here, anna).counts())
        .containsEntry("accounts", 1)
        .containsEntry("keys", 1)
        .containsEntry("claims", 1)
        .containsEntry("approvals", 1)
        .containsEntry("sources", 1);
    assertThat(read(here, anna)).extracting(Trace::list).containsExactly("usage", "ledger");
  }

  @Test
  void what_was_removed_is_not_removed_again() {
    leave(here, anna);
    traces().remove(here, anna);

    assertThat(traces().remove(here, anna).counts().values()).allMatch(count -> count == 0);
  }

  @Test
  void what_others_left_and_what_was_left_elsewhere_stays() {
    leave(here, anna);
    leave(here, ben);
    leave(there, anna);
    List<Trace> ofBen = read(here, ben);
    List<Trace> elsewhere = read(there, anna);

    traces().remove(here, anna);

    assertThat(read(here, ben)).isEqualTo(ofBen);
    assertThat(read(there, anna)).isEqualTo(elsewhere);
  }

  private List<Part> sealed(TenantScope scope, PersonId person) {
    return read(scope, person).stream().flatMap(trace -> trace.sealed().stream()).toList();
  }

  private List<Trace> read(TenantScope scope, PersonId person) {
    List<Trace> read = new ArrayList<>();
    traces().read(scope, person, read::add);
    return read;
  }
}
