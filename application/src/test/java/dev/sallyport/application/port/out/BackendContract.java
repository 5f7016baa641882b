package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.DocumentSource;
import dev.sallyport.application.backend.Gateway;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.out.Arguments.Reading.Fits;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.content.Severity;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Footprint.Where;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every [Backend] and each of its tools must do. Extend it; override nothing but what is
/// abstract.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class BackendContract {
  private static final Pattern TEXT_VALUE = Pattern.compile(":\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");
  private static final List<String> GARBAGE =
      List.of(
          "\"\"",
          "\" \"",
          "\"../../etc/passwd\"",
          "\"' or 1=1 --\"",
          "\"%00%0a{{7*7}}\"",
          "\"\u202e\ud83d\ude00\"",
          "\"99999999999999999999\"",
          "\"" + "x".repeat(10_000) + "\"");

  protected abstract Backend backend();

  protected abstract Arguments arguments();

  /// For the name of each tool, the JSON of a call that the person of [#access] may make.
  protected abstract Map<String, String> examples();

  /// What a person with an account sees, who reaches some places and not all.
  protected abstract Access access();

  /// All that the backend holds, to be compared.
  protected abstract Object state();

  /// What the gateway's own tools ask others, for somebody who reaches those places. No other
  /// backend is given one.
  protected Gateway gateway(Predicate<Place> reach) {
    throw new IllegalStateException("only the gateway's own tools ask other backends");
  }

  /// An access to those places, of somebody patient.
  protected static Access reaching(Predicate<Place> reach, Optional<Secret> credential) {
    return new Patient(
        reach,
        credential,
        () -> {
          throw new IllegalStateException("only the gateway's own tools ask other backends");
        });
  }

  /// The same for a tool of the gateway itself.
  protected static Access reaching(Predicate<Place> reach, Gateway others) {
    return new Patient(reach, Optional.empty(), () -> others);
  }

  @Test
  void the_list_of_tools_is_the_same_each_time() {
    Backend backend = backend();

    assertThat(specs(backend)).isEqualTo(specs(backend)).isEqualTo(specs(backend()));
    assertThat(specs(backend)).extracting(ToolSpec::name).doesNotHaveDuplicates();
    assertThat(backend.id()).isEqualTo(backend().id());
  }

  @Test
  void the_sites_of_its_pages_are_the_same_each_time() {
    assertThat(backend().documents().map(DocumentSource::sites))
        .isEqualTo(backend().documents().map(DocumentSource::sites));
  }

  @Test
  void there_is_an_example_of_each_tool() {
    assertThat(specs(backend()))
        .extracting(spec -> spec.name().value())
        .containsExactlyInAnyOrderElementsOf(examples().keySet());
    eachTool(tool -> assertThat(fits(tool, example(tool))).isPresent());
  }

  @Test
  void the_texts_of_each_tool_are_fit_to_be_shown() {
    eachTool(tool -> {
      ToolSpec spec = tool.spec();
      assertThat(spec.title()).matches("\\p{Lu}[\\p{L}\\p{N} .,'’-]{1,63}").doesNotEndWith(".");
      assertThat(spec.purpose()).startsWith("Use this when ").endsWith(".").hasSizeLessThan(1_024);
      assertThat(List.of(spec.whileRunning(), spec.whenDone()))
          .allSatisfy(text -> assertThat(text).isNotBlank().hasSizeLessThan(65));
      assertThat(spec.purpose() + spec.title() + spec.whileRunning() + spec.whenDone())
          .matches("\\P{Cntrl}+");
    });
  }

  @Test
  void every_member_says_what_it_is_for() {
    eachTool(tool -> assertThat(arguments().form(tool).undescribed()).isEmpty());
  }

  @Test
  void a_tool_that_changes_something_is_a_write_tool_and_no_other_is() {
    eachTool(tool ->
        assertThat(tool instanceof WriteTool).isEqualTo(tool.spec().effect().changesSomething()));
  }

  @Test
  void to_change_something_takes_more_than_the_right_to_read() {
    eachTool(tool ->
        assertThat(tool.spec().scope().value().endsWith("read"))
            .isEqualTo(!tool.spec().effect().changesSomething()));
  }

  @Test
  void a_write_tool_knows_how_long_its_requests_may_be_under_way() {
    eachTool(tool -> {
      if (tool instanceof WriteTool<?, ?> write) {
        assertThat(write.quietPeriod()).isPositive();
      }
    });
  }

  @Test
  void a_footprint_tells_the_declared_effect_and_names_places_of_this_backend() {
    eachTool(tool -> {
      Footprint footprint = footprint(tool, example(tool)).orElseThrow();
      assertThat(footprint.effect()).isEqualTo(tool.spec().effect());
      assertThat(placesOf(footprint))
          .allSatisfy(place -> assertThat(place.backend()).isEqualTo(backend().id()));
      assertThat(placesOf(footprint).isEmpty()).isEqualTo(!tool.spec().placed());
    });
  }

  @Test
  void a_footprint_changes_nothing() {
    Object before = state();

    eachTool(tool -> eachCall(tool, json -> footprint(tool, json)));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void garbage_is_answered_and_not_thrown() {
    eachTool(tool ->
        eachCall(
            tool,
            json -> assertThatCode(() -> run(tool, json)).as(json).doesNotThrowAnyException()));
  }

  @Test
  void nothing_comes_from_outside_the_reach() {
    eachTool(tool ->
        eachCall(
            tool,
            json ->
                assertThat(sourcesOf(tool, json, access()))
                    .allMatch(source -> access().reaches(source.place()))));
  }

  @Test
  void whoever_reaches_nothing_is_told_nothing() {
    Access nowhere = new Patient(_ -> false, access().credential(), () -> gateway(_ -> false));

    eachTool(tool -> eachCall(tool, json -> assertThat(sourcesOf(tool, json, nowhere)).isEmpty()));
  }

  @Test
  void what_was_never_sent_is_not_found() {
    eachTool(tool -> {
      if (tool instanceof WriteTool<?, ?> write) {
        assertThat(found(write)).isNotInstanceOf(Settlement.Found.class);
      }
    });
  }

  private void eachTool(Consumer<Tool<?, ?>> check) {
    backend().tools().forEach(check);
  }

  /// The example, and the example with garbage in the place of each text.
  private void eachCall(Tool<?, ?> tool, Consumer<String> check) {
    List<String> calls = new ArrayList<>(List.of(example(tool)));
    Matcher value = TEXT_VALUE.matcher(example(tool));
    while (value.find()) {
      for (String garbage : GARBAGE) {
        calls.add(
            example(tool).substring(0, value.start(1))
                + garbage
                + example(tool).substring(value.end(1)));
      }
    }
    calls.forEach(check);
  }

  private String example(Tool<?, ?> tool) {
    return Objects.requireNonNull(examples().get(tool.spec().name().value()));
  }

  private <I, O> Optional<I> fits(Tool<I, O> tool, String json) {
    return arguments().form(tool).read(json) instanceof Fits<I> fits
        ? Optional.of(fits.input())
        : Optional.empty();
  }

  private <I, O> Optional<Footprint> footprint(Tool<I, O> tool, String json) {
    try {
      return fits(tool, json).map(input -> tool.footprint(input, access()));
    } catch (BackendTrouble _) {
      return Optional.empty();
    }
  }

  // of tools that change something only what nobody meant is run
  private <I, O> void run(Tool<I, O> tool, String json) {
    footprint(tool, json);
    switch (tool) {
      case ReadTool<I, O> read -> fits(tool, json).ifPresent(input -> read.act(input, access()));
      case WriteTool<I, O> write ->
          fits(tool, json)
              .filter(_ -> !json.equals(example(tool)))
              .ifPresent(input -> write.act(input, access(), new Alone()));
    }
  }

  private <I, O> List<Provenance.Source> sourcesOf(Tool<I, O> tool, String json, Access access) {
    return tool instanceof ReadTool<I, O> read
            && fits(tool, json).map(input -> read.act(input, access)).orElse(null)
                instanceof Outcome.Done<O>(var _, var _, Provenance provenance)
        ? provenance.sources()
        : List.of();
  }

  private <I, O> Settlement<O> found(WriteTool<I, O> tool) {
    return tool.findSent(fits(tool, example(tool)).orElseThrow(), access(), new Alone());
  }

  private static Collection<Place> placesOf(Footprint footprint) {
    return footprint.where() instanceof Where.Named(var places) ? places : List.of();
  }

  private static List<ToolSpec> specs(Backend backend) {
    return backend.tools().stream().<ToolSpec>map(Tool::spec).toList();
  }

  private record Patient(
      Predicate<Place> reach, Optional<Secret> credential, Supplier<Gateway> others)
      implements Access {
    @Override
    public Gateway gateway() {
      return others.get();
    }

    @Override
    public boolean reaches(Place place) {
      return reach.test(place);
    }

    @Override
    public Locale locale() {
      return Locale.ENGLISH;
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Instant deadline() {
      return Instant.parse("2100-01-01T00:00:00Z");
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void progress(double done, double of) {}

    @Override
    public void log(Severity severity, String line) {}

    @Override
    public boolean canAsk(Question.Kind kind) {
      return true;
    }

    @Override
    public Optional<Replies> replies() {
      return Optional.empty();
    }
  }

  /// A claim that stands for itself.
  private record Alone() implements Sending {
    @Override
    public ClaimId claim() {
      return new ClaimId("0123456789abcdef0123456789abcdef");
    }

    @Override
    public Part part(int number) {
      return new Part() {
        @Override
        public String deduplicationKey() {
          return "part-" + number;
        }

        @Override
        public Start start() {
          return Start.GO;
        }

        @Override
        public void done(String reference) {}

        @Override
        public void failedBeforeSend() {}

        @Override
        public void unknown() {}
      };
    }
  }
}
