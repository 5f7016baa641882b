package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Undo;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [UnitOfWork] must do. Extend it, and lend it a store that takes
/// part.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class UnitOfWorkContract {
  protected static final TenantScope HERE =
      new TenantScope(new OrganizationId("0000000000000000000000000000000a"));
  protected static final TenantScope THERE =
      new TenantScope(new OrganizationId("0000000000000000000000000000000b"));
  private static final int RACERS = 4;

  protected abstract UnitOfWork units();

  /// A store that joins the units of [#units()], and is empty at first.
  protected abstract Notebook notebook();

  /// The least of stores.
  public interface Notebook {
    void note(TenantScope scope, String text);

    Set<String> notes(TenantScope scope);
  }

  @Test
  void what_is_kept_is_there_and_the_answer_is_given() {
    String answer =
        units()
            .run(
                HERE,
                () -> {
                  notebook().note(HERE, "one");
                  notebook().note(HERE, "two");
                  return new Keep<>("done");
                });

    assertThat(answer).isEqualTo("done");
    assertThat(notebook().notes(HERE)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void what_is_undone_is_gone_and_the_answer_is_given_all_the_same() {
    notebook().note(HERE, "before");
    String answer = units().run(HERE, () -> noting("one", new Undo<>("refused")));

    assertThat(answer).isEqualTo("refused");
    assertThat(notebook().notes(HERE)).containsExactly("before");
  }

  @Test
  void work_that_throws_is_undone_and_what_it_threw_is_passed_on() {
    var thrown = new IllegalArgumentException("a bug");

    assertThatThrownBy(() -> units().run(HERE, () -> throwingAfterNoting(thrown))).isSameAs(thrown);
    assertThat(notebook().notes(HERE)).isEmpty();
  }

  @Test
  void a_unit_sees_what_it_has_done_itself() {
    Set<String> seen =
        units()
            .run(
                HERE,
                () -> {
                  notebook().note(HERE, "one");
                  return new Keep<>(notebook().notes(HERE));
                });

    assertThat(seen).containsExactly("one");
  }

  @Test
  void outside_of_a_unit_each_step_stands_alone() {
    notebook().note(HERE, "alone");

    assertThat(notebook().notes(HERE)).containsExactly("alone");
    assertThat(notebook().notes(THERE)).isEmpty();
  }

  @Test
  void a_unit_within_a_unit_is_part_of_it() {
    units()
        .run(
            HERE,
            () -> {
              units().run(HERE, () -> noting("inner", new Keep<>("kept")));
              return new Undo<>("but not for long");
            });

    assertThat(notebook().notes(HERE)).isEmpty();
  }

  @Test
  void a_unit_of_which_a_part_was_undone_cannot_be_kept() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            units()
                .run(
                    HERE,
                    () -> {
                      notebook().note(HERE, "outer");
                      return new Keep<>(
                          units().run(HERE, () -> noting("inner", new Undo<>("undone"))));
                    }));
    assertThat(notebook().notes(HERE)).isEmpty();
  }

  @Test
  void a_unit_of_which_a_part_threw_cannot_be_kept_either() {
    var thrown = new IllegalArgumentException("a bug");

    assertThatThrownBy(() -> units().run(HERE, () -> new Keep<>(swallowing(thrown))))
        .isSameAs(thrown);
    assertThat(notebook().notes(HERE)).isEmpty();
  }

  @Test
  void a_unit_within_the_unit_of_another_organization_is_a_bug() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            units()
                .run(
                    HERE,
                    () -> new Keep<>(units().run(THERE, () -> noting("there", new Keep<>("no"))))));
    assertThat(notebook().notes(THERE)).isEmpty();
  }

  @Test
  void after_a_failed_unit_the_next_one_is_kept() {
    assertThatThrownBy(
        () -> units().run(HERE, () -> throwingAfterNoting(new IllegalArgumentException("a bug"))));
    units().run(THERE, () -> new Keep<>(notebook().notes(THERE)));
    units().run(HERE, () -> noting("next", new Keep<>("kept")));

    assertThat(notebook().notes(HERE)).containsExactly("next");
  }

  @Test
  void racing_units_are_each_kept_or_undone_as_a_whole() throws Exception {
    var start = new CyclicBarrier(RACERS);
    List<Callable<String>> racers =
        IntStream.range(0, RACERS).mapToObj(number -> racer(start, number)).toList();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      for (var racer : threads.invokeAll(racers)) {
        racer.get();
      }
    }

    assertThat(notebook().notes(HERE))
        .containsExactlyInAnyOrder("0-first", "0-second", "2-first", "2-second");
  }

  /// The even ones are kept and the odd ones undone.
  private Callable<String> racer(CyclicBarrier start, int number) {
    return () -> {
      start.await();
      return units()
          .run(
              HERE,
              () -> {
                notebook().note(HERE, number + "-first");
                return noting(
                    number + "-second", number % 2 == 0 ? new Keep<>("even") : new Undo<>("odd"));
              });
    };
  }

  private Ending<String> noting(String text, Ending<String> ending) {
    notebook().note(HERE, text);
    return ending;
  }

  private Ending<String> throwingAfterNoting(RuntimeException thrown) {
    notebook().note(HERE, "one");
    throw thrown;
  }

  private String swallowing(RuntimeException thrown) {
    try {
      return units().run(HERE, () -> throwingAfterNoting(thrown));
    } catch (IllegalArgumentException _) {
      return "as if nothing had happened";
    }
  }
}
