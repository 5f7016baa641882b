package dev.sallyport.application.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.DocumentSource;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.fake.FlatArguments;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Arguments.Form;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.sample.FormLacking;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The start ends with a tool that")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {
  private static final ToolSpec GOOD =
      ToolSpec.named("look", "Look", new Scope("notes:read"))
          .purpose("Use this when somebody looks.")
          .effect(Effect.READ)
          .says("x".repeat(64), "Looked");

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void is_told_so_that_it_cannot_be_shown(Mistake mistake) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start(mistake.spec(), List.of()))
        .withMessage("the tool `look`: " + mistake.told());
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            ToolSpec.named("look", " ", new Scope("notes:read"))
                .purpose("Use this when somebody looks.")
                .effect(Effect.READ)
                .says("Looking", "Looked"),
            "it has no title"),
        new Mistake(GOOD.purpose(""), "it has no purpose"),
        new Mistake(GOOD.purpose("Looks."), "its purpose starts with `Use this when`"),
        new Mistake(GOOD.purpose("Use this to look."), "its purpose starts with `Use this when`"),
        new Mistake(GOOD.says("", "Looked"), "it has no whileRunning"),
        new Mistake(GOOD.says("Looking", " "), "it has no whenDone"),
        new Mistake(
            GOOD.says("x".repeat(65), "Looked"), "its whileRunning is longer than 64 characters"),
        new Mistake(
            GOOD.says("Looking", "x".repeat(65)), "its whenDone is longer than 64 characters"));
  }

  @Test
  void does_not_say_what_it_takes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start(GOOD, List.of("input/space", "output/answer")))
        .withMessage(
            "the tool `look`: `input/space` has no description;"
                + " `output/answer` has no description");
  }

  @Test
  void is_not_listed_and_would_change_something_if_its_spec_were_true() {
    ToolSpec twisted = GOOD.effect(Effect.WRITE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.of(List.of(new Shown(GOOD, twisted)), new FlatArguments()))
        .withMessageContaining("`shown.search` has to be a read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"look_at.all", "look.at_all", "look-at-all"})
  void is_called_as_another_one_where_hosts_refuse_dots_and_hyphens(String other) {
    var shown =
        new Shown(
            List.of(GOOD.called(new ToolName("look.at.all")), GOOD.called(new ToolName(other))),
            GOOD);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.of(List.of(shown), new FlatArguments()))
        .withMessageContainingAll("look.at.all", other, "are the same with underscores");
  }

  @Test
  void comes_with_a_backend_whose_id_another_one_has() {
    var other = new ScriptedBackend("shown", Backend.Linking.NONE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.of(List.of(new Shown(GOOD, GOOD), other), new FlatArguments()))
        .withMessage("two backends are called `shown`");
  }

  @Test
  void has_all_that_only_hidden_ones_lack_and_no_other() {
    assertThatCode(
            () -> Catalogue.of(List.of(new Shown(GOOD, GOOD.purpose(""))), saying(List.of())))
        .doesNotThrowAnyException();
  }

  private static void start(ToolSpec spec, List<String> undescribed) {
    Catalogue.of(List.of(new Shown(spec, GOOD)), saying(undescribed));
  }

  /// Arguments whose every form lacks these descriptions, but those of hidden tools all of them.
  private static Arguments saying(List<String> undescribed) {
    return new Arguments() {
      @Override
      public <I, O> Form<I, O> form(Tool<I, O> tool) {
        Form<I, O> flat = new FlatArguments().form(tool);
        return tool.input() == Wish.class
            ? new FormLacking<>(flat, undescribed)
            : new FormLacking<>(flat, List.of("input/everything"));
      }
    };
  }

  record Mistake(ToolSpec spec, String told) {
    @Override
    public String toString() {
      return told;
    }
  }

  /// What is taken and answered.
  record Wish(String text) {}

  /// A backend of tools that are listed, and of hidden ones.
  private record Shown(List<ToolSpec> listed, ToolSpec hidden) implements Backend {
    Shown {
      listed = List.copyOf(listed);
    }

    Shown(ToolSpec listed, ToolSpec hidden) {
      this(List.of(listed), hidden);
    }

    @Override
    public BackendId id() {
      return new BackendId("shown");
    }

    @Override
    public BackendKind kind() {
      return new BackendKind("shown");
    }

    @Override
    public Linking linking() {
      return Linking.NONE;
    }

    @Override
    public List<Tool<?, ?>> tools() {
      return listed.stream()
          .<Tool<?, ?>>map(spec -> new Never<>(spec, Wish.class, Wish.class))
          .toList();
    }

    @Override
    public Optional<DocumentSource> documents() {
      return Optional.of(
          new DocumentSource() {
            @Override
            public ReadTool<Query, Hits> searcher() {
              return new Never<>(hidden, Query.class, Hits.class);
            }

            @Override
            public ReadTool<Reference, Document> fetcher() {
              return new Never<>(hidden, Reference.class, Document.class);
            }
          });
    }
  }

  private record Never<I, O>(ToolSpec spec, Class<I> input, Class<O> output)
      implements ReadTool<I, O> {
    @Override
    public Footprint footprint(I asked, Access access) {
      return Footprint.readingNowhere();
    }

    @Override
    public Outcome<O> act(I asked, Access access) {
      return new Outcome.Unknown<>("it is never run");
    }
  }
}
