package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.port.out.Filings;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On PostgreSQL,")
class SealedLedgerOnPostgresTest extends SealedLedgerContract {
  private static final String NOT_ALLOWED = "42501";

  @RegisterExtension final Databases databases = new Databases();

  @Override
  Database open() {
    return databases.postgres();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set at = now()",
        "update ledger_entry set person_id = null",
        "delete from ledger_entry",
        "delete from ledger_open",
        "select * from ledger_seal",
        "insert into ledger_seal (sequence, entry_id, link) values (1, '', '')",
        "select * from lease"
      })
  void an_organization_may_add_and_read_its_entries_and_nothing_else(String sql) {
    Database database = open();

    refused(() -> database.inTenant(Filings.HERE, it -> it.createStatement().execute(sql)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set form = ''",
        "delete from ledger_entry",
        "update ledger_seal set link = ''",
        "delete from ledger_seal",
        "update ledger_checkpoint set at = now()",
        "delete from ledger_checkpoint"
      })
  void the_system_changes_and_removes_nothing_that_was_sealed(String sql) {
    Database database = open();

    refused(() -> database.inSystem(it -> it.createStatement().execute(sql)));
  }

  private static void refused(ThrowingCallable work) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(work)
        .withMessageContaining(NOT_ALLOWED);
  }
}
