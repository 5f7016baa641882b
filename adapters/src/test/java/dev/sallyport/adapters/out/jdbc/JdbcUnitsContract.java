package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.application.port.out.UnitOfWorkContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What units must do besides on a database: whatever fails in them, nothing half-done stays.
abstract class JdbcUnitsContract extends UnitOfWorkContract {
  private Database database;
  private Notebook notebook;

  protected abstract Database open();

  protected abstract Product product();

  @BeforeEach
  void openIt() {
    database = open();
    notebook = TableOfNotes.in(database, product());
  }

  @Override
  protected UnitOfWork units() {
    return new JdbcUnitOfWork(database);
  }

  @Override
  protected Notebook notebook() {
    return notebook;
  }

  @Test
  void a_store_asked_for_another_organization_within_a_unit_is_a_bug() {
    assertThatIllegalStateException()
        .isThrownBy(() -> units().run(HERE, () -> new Keep<>(notebook.notes(THERE))));
  }

  @Test
  void another_thread_sees_nothing_of_a_unit_before_it_ends() {
    units()
        .run(
            HERE,
            () -> {
              notebook.note(HERE, "one");
              assertThat(seenByAnotherThread()).isZero();
              return new Keep<>("done");
            });

    assertThat(seenByAnotherThread()).isOne();
  }

  @Test
  void a_statement_that_fails_is_an_outage_to_the_caller() {
    assertThatExceptionOfType(Unavailable.class).isThrownBy(this::failingStatement);
  }

  @Test
  void a_statement_that_is_wrong_is_a_bug() {
    assertThatIllegalStateException()
        .isThrownBy(this::wrongStatement)
        .withMessageMatching("the database refused a statement \\(SQLSTATE 42..., .*\\)");
  }

  @Test
  void a_value_that_cannot_be_stored_is_a_bug_that_does_not_tell_the_value() {
    assertThatIllegalStateException()
        .isThrownBy(() -> notebook.note(HERE, "secret".repeat(11)))
        .withMessageContaining("SQLSTATE 22001")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void a_value_that_a_table_forbids_is_a_bug_that_does_not_tell_the_value() {
    assertThatIllegalStateException()
        .isThrownBy(() -> notebook.note(HERE, "forbidden secret"))
        .withMessageContaining("SQLSTATE 2351")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void a_row_that_is_there_however_often_it_is_tried_is_a_bug_that_does_not_tell_its_values() {
    notebook.note(HERE, "secret");
    var runs = new AtomicInteger();

    assertThatIllegalStateException()
        .isThrownBy(() ->
            units()
                .run(
                    HERE,
                    () -> {
                      runs.incrementAndGet();
                      notebook.note(HERE, "secret");
                      return new Keep<>("done");
                    }))
        .withMessageContaining("SQLSTATE 23505")
        .withMessageNotContaining("secret")
        .withNoCause();
    assertThat(runs).hasValue(3);
  }

  @Test
  void a_unit_in_which_a_statement_failed_cannot_be_kept_even_if_the_work_goes_on() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() ->
            units()
                .run(
                    HERE,
                    () -> {
                      notebook.note(HERE, "one");
                      try {
                        failingStatement();
                      } catch (Unavailable _) {
                        return new Keep<>("as if nothing had happened");
                      }
                      return new Keep<>("done");
                    }));

    assertThat(notebook.notes(HERE)).isEmpty();
  }

  @Test
  void a_unit_that_lost_a_race_is_run_again() {
    var runs = new AtomicInteger();
    String answer =
        units()
            .run(
                HERE,
                () -> {
                  notebook.note(HERE, "run " + runs.incrementAndGet());
                  if (runs.get() < 3) {
                    loseARace();
                  }
                  return new Keep<>("won");
                });

    assertThat(answer).isEqualTo("won");
    assertThat(notebook.notes(HERE)).containsExactly("run 3");
  }

  @Test
  void a_unit_that_loses_every_race_is_given_up() {
    var runs = new AtomicInteger();

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() ->
            units()
                .run(
                    HERE,
                    () -> {
                      runs.incrementAndGet();
                      return new Keep<>(loseARace());
                    }));
    assertThat(runs).hasValue(3);
  }

  @Test
  void work_of_no_organization_joins_a_unit_and_the_unit_goes_on_as_itself() {
    units()
        .run(
            HERE,
            () -> {
              notebook.note(HERE, "before");
              int installations = countOfInstallations();
              notebook.note(HERE, "after");
              return new Keep<>(installations);
            });

    assertThat(notebook.notes(HERE)).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void work_of_no_organization_goes_on_as_such_after_more_of_it() {
    List<Integer> counts =
        units()
            .run(
                HERE,
                () ->
                    new Keep<>(
                        database.inSystem(connection ->
                            List.of(countOfInstallations(), installations(connection)))));

    assertThat(counts).containsExactly(0, 0);
  }

  @Test
  void work_of_the_organization_within_work_of_none_is_done_as_itself() {
    units()
        .run(
            HERE,
            () ->
                new Keep<>(
                    database.inSystem(connection -> {
                      notebook.note(HERE, "one");
                      return installations(connection);
                    })));

    assertThat(notebook.notes(HERE)).containsExactly("one");
  }

  @Test
  void a_unit_goes_on_as_itself_after_work_of_no_organization_that_threw() {
    units()
        .run(
            HERE,
            () -> {
              assertThatIllegalArgumentException().isThrownBy(this::throwingInSystem);
              notebook.note(HERE, "after");
              return new Keep<>("done");
            });

    assertThat(notebook.notes(HERE)).containsExactly("after");
  }

  private int seenByAnotherThread() {
    var seen = new AtomicInteger(-1);
    try {
      Thread.ofVirtual().start(() -> seen.set(notebook.notes(HERE).size())).join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return seen.get();
  }

  private int failingStatement() {
    return database.inTenant(
        HERE,
        _ -> {
          throw new SQLException("the connection broke", "08006");
        });
  }

  private int wrongStatement() {
    return database.inTenant(
        HERE,
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate("insert into nowhere values (1)");
          }
        });
  }

  private String loseARace() {
    return database.inTenant(
        HERE,
        _ -> {
          throw new SQLException("another one was first", "40001");
        });
  }

  private int countOfInstallations() {
    return database.inSystem(JdbcUnitsContract::installations);
  }

  private void throwingInSystem() {
    database.inSystem(_ -> {
      throw new IllegalArgumentException("a bug");
    });
  }

  private static int installations(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select count(*) from installation");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
