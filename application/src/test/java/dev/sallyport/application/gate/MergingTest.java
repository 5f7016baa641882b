package dev.sallyport.application.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.backend.DocumentSource.Hit;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway.Match;
import dev.sallyport.application.fake.ScriptedDocuments;
import dev.sallyport.domain.id.BackendId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("What several backends found")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergingTest {
  private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
  private static final BackendId A = new BackendId("a");
  private static final BackendId B = new BackendId("b");
  private static final BackendId C = new BackendId("c");

  @Test
  void comes_in_turns_so_that_one_that_found_much_buries_no_other() {
    assertThat(merged("x", 10, Map.of(A, titled("1", "2", "3", "4"), B, titled("5"), C, titled())))
        .containsExactly("a/1", "b/5", "a/2", "a/3", "a/4");
  }

  @Test
  void keeps_the_order_that_its_backend_gave_it() {
    assertThat(merged("plan", 10, Map.of(A, titled("none", "the plan", "no"), B, titled("word"))))
        .containsExactly("a/none", "b/word", "a/the plan", "a/no");
  }

  @Test
  void is_told_first_within_a_rank_if_it_shows_more_of_the_words() {
    assertThat(
            merged(
                "Budget 2026",
                10,
                Map.of(A, titled("a note"), B, titled("budget"), C, titled("BUDGET of 2026"))))
        .containsExactly("c/BUDGET of 2026", "b/budget", "a/a note");
  }

  @Test
  void counts_a_word_in_the_title_for_more_than_one_in_the_snippet() {
    assertThat(
            merged(
                "budget",
                10,
                Map.of(A, List.of(hit("note", "the budget", OLD)), B, titled("budget"))))
        .containsExactly("b/budget", "a/note");
    assertThat(
            merged(
                "budget",
                10,
                Map.of(A, titled("nothing"), B, List.of(hit("note", "the budget", OLD)))))
        .containsExactly("b/note", "a/nothing");
  }

  @Test
  void is_told_first_if_it_is_newer_and_shows_as_much() {
    assertThat(
            merged(
                "x",
                10,
                Map.of(
                    A,
                    titled("undated"),
                    B,
                    List.of(hit("old", "", OLD)),
                    C,
                    List.of(hit("new", "", OLD.plusSeconds(1))))))
        .containsExactly("c/new", "b/old", "a/undated");
  }

  @Test
  void comes_in_the_order_of_the_ids_if_nothing_else_tells() {
    assertThat(merged("", 10, Map.of(C, titled("1"), A, titled("1"), B, titled("1"))))
        .containsExactly("a/1", "b/1", "c/1");
  }

  @Test
  void is_told_once_and_holds_no_place_for_the_rest() {
    assertThat(merged("x", 10, Map.of(A, titled("1", "1", "2"), B, titled("3", "4"))))
        .containsExactly("a/1", "b/3", "a/2", "b/4");
  }

  @Test
  void ends_where_it_is_cut() {
    assertThat(merged("x", 3, Map.of(A, titled("1", "2"), B, titled("3", "4"))))
        .containsExactly("a/1", "b/3", "a/2");
    assertThat(merged("x", 0, Map.of(A, titled("1")))).isEmpty();
  }

  @Test
  void is_the_same_whoever_was_faster() {
    Map<BackendId, List<Hit>> found = new LinkedHashMap<>();
    found.put(C, titled("1", "2"));
    found.put(A, titled("1", "x"));
    found.put(B, titled("x", "3"));
    Map<BackendId, List<Hit>> reversed = new LinkedHashMap<>();
    List.copyOf(found.keySet()).reversed().forEach(id -> reversed.put(id, found.get(id)));

    assertThat(merged("x", 5, reversed))
        .isEqualTo(merged("x", 5, Collections.unmodifiableMap(found)));
  }

  private static List<String> merged(String text, int most, Map<BackendId, List<Hit>> found) {
    return Merging.of(text, found, most).stream().map(MergingTest::told).toList();
  }

  private static String told(Match match) {
    return match.backend().value() + "/" + match.hit().title();
  }

  private static List<Hit> titled(String... titles) {
    return Stream.of(titles).map(ScriptedDocuments::hit).toList();
  }

  private static Hit hit(String title, String snippet, Instant at) {
    return new Hit(new Reference("message", title), title, Optional.of(snippet), Optional.of(at));
  }
}
