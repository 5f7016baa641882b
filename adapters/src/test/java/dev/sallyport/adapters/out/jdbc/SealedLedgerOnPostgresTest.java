package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.filing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.domain.ledger.Verification;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

  /// The embedded database has one writer at a time, so there nothing is committed in between.
  @Test
  void an_entry_committed_after_later_ones_were_sealed_is_sealed_all_the_same() throws Exception {
    SealLedger sealer = sealer();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var appended = new CountDownLatch(1);
      var sealed = new CountDownLatch(1);
      var late =
          threads.submit(() ->
              new JdbcUnitOfWork(database)
                  .run(
                      HERE,
                      () -> {
                        ledger.append(HERE, filing(HERE, 1));
                        appended.countDown();
                        await(sealed);
                        return new Ending.Keep<>("late");
                      }));
      appended.await();
      ledger.append(HERE, filing(HERE, 2));
      assertThat(sealer.seal()).isEqualTo(new SealLedger.Pass.Sealed(1, false));
      sealed.countDown();
      late.get();
    }

    assertThat(sealer.seal()).isEqualTo(new SealLedger.Pass.Sealed(1, false));
    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(2, 2, 0));
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

    refused(() -> database.inTenant(HERE, it -> it.createStatement().execute(sql)));
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

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(ThrowingCallable work) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(work)
        .withMessageContaining(NOT_ALLOWED);
  }
}
