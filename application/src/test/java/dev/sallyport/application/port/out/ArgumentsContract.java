package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.out.Arguments.Form;
import dev.sallyport.application.port.out.Arguments.Reading.Fits;
import dev.sallyport.application.port.out.Arguments.Reading.Unfit;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every implementation of [Arguments] must do. Extend it; override nothing but
/// [#arguments()].
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ArgumentsContract {
  private static final String PLAIN = "{\"text\":\"a\",\"times\":1,\"loud\":true}";

  protected abstract Arguments arguments();

  /// What the tools of this contract take.
  public record Note(String text, int times, boolean loud, Optional<String> title) {}

  /// What they answer.
  public record Noted(String id, long count, Optional<String> title) {}

  @Test
  void a_text_that_fits_becomes_the_record() {
    String json = "{\"text\":\"a \\\"b\\\"\",\"times\":3,\"loud\":true,\"title\":\"t\"}";

    assertThat(fits(looking(), json).input())
        .isEqualTo(new Note("a \"b\"", 3, true, Optional.of("t")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\",\"times\":1,\"loud\":true}",
        "{\"loud\":true,\"times\":1,\"text\":\"a\"}",
        " { \"times\" : 1 , \"text\" : \"a\" , \"loud\" : true } ",
        "{\"text\":\"a\",\"times\":1.0,\"loud\":true}",
        "{\"text\":\"a\",\"times\":10e-1,\"loud\":true}",
        "{\"text\":\"\\u0061\",\"times\":1,\"loud\":true}",
        "{\"text\":\"a\",\"times\":1,\"loud\":true,\"title\":null}"
      })
  void one_meaning_has_one_canonical_form(String spelling) {
    assertThat(fits(looking(), spelling)).isEqualTo(fits(looking(), PLAIN));
    assertThat(fits(looking(), spelling).input())
        .isEqualTo(new Note("a", 1, true, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"b\",\"times\":1,\"loud\":true}",
        "{\"text\":\"a\",\"times\":2,\"loud\":true}",
        "{\"text\":\"a\",\"times\":1,\"loud\":false}",
        "{\"text\":\"a\",\"times\":1,\"loud\":true,\"title\":\"\"}"
      })
  void another_meaning_has_another(String other) {
    assertThat(fits(looking(), other).canonical()).isNotEqualTo(fits(looking(), PLAIN).canonical());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{",
        "{} {}",
        "{}",
        "{\"text\":\"a\",\"times\":1}",
        "{\"text\":null,\"times\":1,\"loud\":true}",
        "{\"text\":7,\"times\":1,\"loud\":true}",
        "{\"text\":\"a\",\"times\":\"1\",\"loud\":true}",
        "{\"text\":\"a\",\"times\":7.9,\"loud\":true}",
        "{\"text\":\"a\",\"times\":true,\"loud\":true}",
        "{\"text\":\"a\",\"times\":3000000000,\"loud\":true}",
        "{\"text\":\"a\",\"times\":1,\"loud\":1}",
        "{\"text\":\"a\",\"times\":1,\"loud\":\"true\"}",
        "{\"text\":\"a\",\"times\":1,\"loud\":true,\"colour\":\"red\"}",
        "{\"text\":\"a\",\"times\":1,\"loud\":true,\"text\":\"b\"}",
        "{\"text\":\"a\",\"times\":1,\"loud\":true,\"text\":\"a\"}"
      })
  void what_does_not_fit_is_refused_with_a_reason(String json) {
    assertThat(faults(looking(), json)).isNotEmpty().doesNotContain("");
  }

  @Test
  void every_fault_is_told_at_once_and_says_where() {
    assertThat(faults(looking(), "{\"text\":7,\"times\":\"x\"}").toString())
        .contains("/text", "/times", "/loud");
  }

  @Test
  void a_tool_that_changes_something_takes_a_key_and_does_not_get_to_see_it() {
    Fits<Note> plain = fits(jotting(), PLAIN);

    assertThat(plain.idempotencyKey()).isEmpty();
    assertThat(fits(jotting(), withKey("\"k-1\"")))
        .isEqualTo(new Fits<>(plain.input(), plain.canonical(), Optional.of("k-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "7", "true"})
  void a_key_that_is_none_is_refused(String key) {
    assertThat(faults(jotting(), withKey(key))).hasSize(1);
  }

  @Test
  void a_key_has_at_most_128_characters() {
    String longest = "k".repeat(128);

    assertThat(fits(jotting(), withKey("\"" + longest + "\"")).idempotencyKey()).contains(longest);
    assertThat(faults(jotting(), withKey("\"" + longest + "k\""))).hasSize(1);
  }

  @Test
  void a_tool_that_only_reads_takes_no_key() {
    assertThat(faults(looking(), withKey("\"k-1\""))).hasSize(1);
  }

  @Test
  void answers_are_written_without_what_is_absent() {
    assertThat(looking().write(new Noted("n1", 2, Optional.of("t"))))
        .isEqualTo("{\"id\":\"n1\",\"count\":2,\"title\":\"t\"}");
    assertThat(looking().write(new Noted("n1", 2, Optional.empty())))
        .isEqualTo("{\"id\":\"n1\",\"count\":2}");
  }

  @Test
  void the_answer_of_a_change_says_that_it_is_done() {
    assertThat(jotting().write(new Noted("n1", 2, Optional.empty())))
        .isEqualTo("{\"status\":\"done\",\"id\":\"n1\",\"count\":2}");
  }

  @Test
  void what_was_written_fits() {
    assertThat(looking().unfit(looking().write(new Noted("n1", 2, Optional.empty())))).isEmpty();
    assertThat(jotting().unfit(jotting().write(new Noted("n1", 2, Optional.of("t"))))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"canary\"}",
        "{\"id\":7,\"count\":2,\"title\":\"canary\"}",
        "{\"id\":\"n1\",\"count\":\"canary\"}",
        "{\"id\":\"n1\",\"count\":2,\"title\":[\"canary\"]}"
      })
  void what_does_not_fit_is_told_by_its_place_alone(String answer) {
    assertThat(looking().unfit(answer)).isNotEmpty().noneMatch(it -> it.contains("canary"));
  }

  @Test
  void schemas_name_what_is_taken_and_answered() {
    assertThat(looking().inputSchema())
        .contains("text", "times", "loud", "title")
        .doesNotContain("idempotencyKey");
    assertThat(jotting().inputSchema()).contains("idempotencyKey");
    assertThat(looking().outputSchema()).contains("id", "count").doesNotContain("status");
    assertThat(jotting().outputSchema()).contains("status");
  }

  @Test
  void the_version_is_stable_and_another_one_for_other_schemas() {
    assertThat(looking().version())
        .isNotEmpty()
        .isEqualTo(looking().version())
        .isNotEqualTo(jotting().version());
  }

  private Form<Note, Noted> looking() {
    return arguments().form(new Look());
  }

  private Form<Note, Noted> jotting() {
    return arguments().form(new Jot());
  }

  private static Fits<Note> fits(Form<Note, Noted> form, String json) {
    return switch (form.read(json)) {
      case Fits<Note> fits -> fits;
      case Unfit<Note> unfit -> throw new AssertionError(json + ": " + unfit.faults());
    };
  }

  private static List<String> faults(Form<Note, Noted> form, String json) {
    return switch (form.read(json)) {
      case Fits<Note> fits -> throw new AssertionError(json + ": " + fits.canonical());
      case Unfit<Note> unfit -> unfit.faults();
    };
  }

  private static String withKey(String key) {
    return "{\"text\":\"a\",\"times\":1,\"loud\":true,\"idempotencyKey\":%s}".formatted(key);
  }

  private static final class Look implements ReadTool<Note, Noted> {
    @Override
    public ToolSpec spec() {
      return ToolSpec.named("look", "Look", new Scope("notes:read")).effect(Effect.READ);
    }

    @Override
    public Class<Note> input() {
      return Note.class;
    }

    @Override
    public Class<Noted> output() {
      return Noted.class;
    }

    @Override
    public Footprint footprint(Note input, Access access) {
      return Footprint.readingNowhere();
    }

    @Override
    public Outcome<Noted> act(Note input, Access access) {
      return new Outcome.Done<>(new Noted(input.text(), 1, input.title()), Provenance.NONE);
    }
  }

  private static final class Jot implements WriteTool<Note, Noted> {
    @Override
    public ToolSpec spec() {
      return ToolSpec.named("jot", "Jot", new Scope("notes:write")).effect(Effect.WRITE);
    }

    @Override
    public Class<Note> input() {
      return Note.class;
    }

    @Override
    public Class<Noted> output() {
      return Noted.class;
    }

    @Override
    public Footprint footprint(Note input, Access access) {
      return Footprint.writing();
    }

    @Override
    public Outcome<Noted> act(Note input, Access access, Sending sending) {
      return new Outcome.Done<>(new Noted(input.text(), 1, input.title()), Provenance.NONE);
    }

    @Override
    public Settlement<Noted> findSent(Note input, Access access, Sending sending) {
      return new Settlement.CannotTell<>();
    }

    @Override
    public Duration quietPeriod() {
      return Duration.ZERO;
    }
  }
}
