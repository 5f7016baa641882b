package dev.sallyport.benchmarks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.sample.AGrant;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// A backend of so many tools, each of which finds one note at once.
record Library(int size, AtomicLong asked) implements Backend {
  private static final Scope READ = new Scope("notes:read");
  private static final BackendId ID = new BackendId("library");
  private static final BackendKind KIND = new BackendKind("library");

  Library(int size) {
    this(size, new AtomicLong());
  }

  @Override
  public BackendId id() {
    return ID;
  }

  @Override
  public BackendKind kind() {
    return KIND;
  }

  @Override
  public Linking linking() {
    return Linking.NONE;
  }

  @Override
  public List<Tool<?, ?>> tools() {
    return IntStream.range(0, size).<Tool<?, ?>>mapToObj(n -> new Find(n, asked)).toList();
  }

  /// A grant that reaches so many spaces of it.
  static AGrant allowed(int spaces) {
    SpaceId[] all = IntStream.range(0, spaces).mapToObj(Library::space).toArray(SpaceId[]::new);
    return AGrant.aGrant()
        .allowing(READ.value())
        .reaching("library", Reach.of(all))
        .lasting(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
  }

  private static SpaceId space(int number) {
    return new SpaceId("space-" + number);
  }

  /// Where to look for what.
  public record Question(
      @JsonPropertyDescription("What to look for.") String words,
      @JsonPropertyDescription("The space to look in.") String space) {}

  /// What was found.
  public record Note(
      @JsonPropertyDescription("What it is called.") String title,
      @JsonPropertyDescription("What it says.") String text) {}

  private record Find(int number, AtomicLong asked) implements ReadTool<Question, Note> {
    @Override
    public ToolSpec spec() {
      return ToolSpec.named("find_" + number, "Find a note", READ)
          .purpose("Use this when a note is wanted.")
          .effect(Effect.READ)
          .weight(ToolSpec.Weight.CORE)
          .cacheable()
          .says("Looking for a note", "Note found");
    }

    @Override
    public Class<Question> input() {
      return Question.class;
    }

    @Override
    public Class<Note> output() {
      return Note.class;
    }

    @Override
    public Footprint footprint(Question question, Access access) {
      return Footprint.reading(place(question));
    }

    @Override
    public Outcome<Note> act(Question question, Access access) {
      asked.incrementAndGet();
      return new Outcome.Done<>(
          new Note(question.words(), "x".repeat(500)), Provenance.inside(place(question)));
    }

    private static Place place(Question question) {
      return Place.in(ID, new SpaceId(question.space()));
    }
  }
}
