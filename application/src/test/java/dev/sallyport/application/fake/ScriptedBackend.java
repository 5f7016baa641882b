package dev.sallyport.application.fake;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.DocumentSource;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.ResourceSource;
import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A backend that remembers everything it was asked, and does what the test says.
///
/// Until it is told otherwise each tool succeeds, and its answer comes from the space it was called
/// for.
public final class ScriptedBackend implements Backend {
  public static final Duration QUIET = Duration.ofMinutes(2);

  private static final Scope MAY_READ = new Scope("messages:read");
  private static final Scope MAY_WRITE = new Scope("messages:write");
  private static final Scope MAY_DELETE = new Scope("messages:delete");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final List<ToolSpec> TOOLS =
      List.of(
          spec("messages.read", MAY_READ, Effect.READ, Weight.CORE).cacheable(),
          spec("messages.peek", MAY_READ, Effect.READ, Weight.CORE),
          spec("messages.search", MAY_READ, Effect.READ, Weight.EXPENSIVE),
          spec("notes.write", MAY_WRITE, Effect.WRITE, Weight.CORE),
          spec("messages.send", MAY_WRITE, Effect.SEND, Weight.CORE),
          spec("messages.blast", MAY_WRITE, Effect.SEND, Weight.BATCH),
          spec("notes.destroy", MAY_DELETE, Effect.DESTROY, Weight.CORE));

  /// What it has to be searched and opened.
  public final ScriptedDocuments documents;

  private final ScriptedResources resources;

  private final BackendId id;
  private final BackendKind kind;
  private final Linking linking;
  private final List<Tool<?, ?>> tools;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<ToolName, Act> acts = new ConcurrentHashMap<>();
  private volatile Consumer<Said> lookup = _ -> {};
  private volatile UnaryOperator<Said> meaning = said -> said;
  private volatile Supplier<Health> health = Health.Up::new;
  private volatile Find find = _ -> new Settlement.NotFound<>();

  public ScriptedBackend(String id, Linking linking) {
    this(id, "scripted", linking, TOOLS);
  }

  /// One of another kind, which can be searched and nothing else.
  public ScriptedBackend(String id, String kind, Linking linking) {
    this(id, kind, linking, List.of());
  }

  private ScriptedBackend(String id, String kind, Linking linking, List<ToolSpec> specs) {
    this.id = new BackendId(id);
    this.kind = new BackendKind(kind);
    this.documents = new ScriptedDocuments(this.id);
    this.resources =
        new ScriptedResources(this.id, spec("pages", MAY_READ, Effect.READ, Weight.CORE));
    this.linking = linking;
    this.tools = specs.stream().<Tool<?, ?>>map(this::tool).toList();
  }

  private Tool<?, ?> tool(ToolSpec spec) {
    return spec.effect().changesSomething() ? new Changing(spec) : new Looking(spec);
  }

  @Override
  public BackendId id() {
    return id;
  }

  @Override
  public BackendKind kind() {
    return kind;
  }

  @Override
  public Linking linking() {
    return linking;
  }

  @Override
  public List<Tool<?, ?>> tools() {
    return tools;
  }

  @Override
  public Optional<ResourceSource> resources() {
    return Optional.of(resources);
  }

  /// From now on it offers this too.
  public void offers(ResourceSpec more) {
    resources.offers(more);
  }

  /// From now on it offers these, too.
  public void offers(TemplateSpec more) {
    resources.offers(more);
  }

  /// How often a resource was read.
  public int readings() {
    return resources.reads();
  }

  @Override
  public Optional<DocumentSource> documents() {
    return Optional.of(documents);
  }

  @Override
  public Health health() {
    return health.get();
  }

  /// From now on it is like this.
  public void is(Supplier<Health> now) {
    health = now;
  }

  /// Everything it was asked, in order.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public long acts(String tool) {
    return count(What.ACT, tool);
  }

  public long footprints(String tool) {
    return count(What.FOOTPRINT, tool);
  }

  public long searches() {
    return asked.stream().filter(it -> it.what() == What.FIND_SENT).count();
  }

  /// From now on the tool does this.
  public void does(String tool, Act act) {
    acts.put(new ToolName(tool), act);
  }

  public void answers(String tool, Outcome<Done> outcome) {
    does(tool, _ -> outcome);
  }

  /// From now on whoever asks for a footprint meets this first.
  public void beforeFootprints(Consumer<Said> does) {
    lookup = does;
  }

  /// What is said means something else from now on, as a nickname may.
  public void understands(UnaryOperator<Said> now) {
    meaning = now;
  }

  public void finds(Find finding) {
    find = finding;
  }

  /// From now on the tool waits until it is let go or cancelled.
  public Hanging hangs(String tool) {
    var hanging = new Hanging();
    does(tool, hanging::act);
    return hanging;
  }

  public Place space(String name) {
    return Place.in(id, new SpaceId(name));
  }

  /// An answer that comes from this space, and was written by somebody of the organization.
  public Outcome<Done> done(String answer, String space) {
    return new Outcome.Done<>(new Done(answer), Provenance.inside(space(space)));
  }

  private long count(What what, String tool) {
    return asked.stream().filter(it -> it.what() == what && it.tool().value().equals(tool)).count();
  }

  private static ToolSpec spec(String name, Scope needs, Effect effect, Weight weight) {
    return ToolSpec.named(name, "Script " + name.replace('.', ' '), needs)
        .purpose("Use this when trying what the gate makes of " + name.replace('.', ' ') + ".")
        .effect(effect)
        .weight(weight)
        .says("Working", "Done");
  }

  private Footprint footprintOf(ToolSpec spec, Said words) {
    Said said = meaning.apply(words);
    Place place = space(said.space());
    Set<Recipient> recipients = said.recipients();
    return switch (spec.effect()) {
      case READ -> Footprint.reading(place);
      case WRITE -> Footprint.writing(place);
      case DESTROY -> Footprint.destroying(place);
      case SEND ->
          recipients.isEmpty()
              ? Footprint.sendingTo(place)
              : Footprint.sendingTo(recipients, place)
                  .costing(spec.weight() == Weight.BATCH ? recipients.size() : 1);
    };
  }

  private Footprint looked(ToolSpec spec, Said said, Access access) {
    asked.add(new Asked(What.FOOTPRINT, spec.name(), said, access.credential().isPresent(), ""));
    lookup.accept(said);
    try {
      return footprintOf(spec, said);
    } catch (IllegalArgumentException e) {
      throw new BackendTrouble("There is no such space or number.", e);
    }
  }

  private Outcome<Done> acted(ToolSpec spec, Said said, Access access, Optional<Sending> sending) {
    asked.add(
        new Asked(
            What.ACT,
            spec.name(),
            said,
            access.credential().isPresent(),
            sending.map(Sending::deduplicationKey).orElse("")));
    try {
      footprintOf(spec, said);
    } catch (IllegalArgumentException _) {
      return new Outcome.Failed<>("There is no such space or number.", Outcome.Retry.USELESS);
    }
    return acts.getOrDefault(spec.name(), this::succeeds).act(new Turn(said, access, sending));
  }

  private Outcome<Done> succeeds(Turn turn) {
    Place place = space(turn.said().space());
    boolean mayTell = turn.sending().isPresent() || turn.access().reaches(place);
    return new Outcome.Done<>(
        new Done(mayTell ? "answer " + turn.said().text() : "nothing"),
        mayTell ? Provenance.inside(place) : Provenance.NONE);
  }

  /// What each tool takes.
  ///
  /// @param to phone numbers with commas between them, or nothing
  public record Said(String space, String text, String to) {
    Set<Recipient> recipients() {
      return COMMA
          .splitAsStream(to)
          .filter(number -> !number.isBlank())
          .map(number -> Recipient.phone(number, "US"))
          .collect(Collectors.toSet());
    }
  }

  /// What each tool answers.
  public record Done(String answer) {}

  /// One thing it was asked.
  ///
  /// @param deduplicationKey of an act that changes something
  public record Asked(
      What what, ToolName tool, Said said, boolean withCredential, String deduplicationKey) {}

  public enum What {
    FOOTPRINT,
    ACT,
    FIND_SENT
  }

  /// All that an act gets to see.
  public record Turn(Said said, Access access, Optional<Sending> sending) {
    public Turn {
      Objects.requireNonNull(sending);
    }
  }

  /// What a tool does instead.
  public interface Act {
    Outcome<Done> act(Turn turn);
  }

  /// What a tool finds of what was perhaps sent.
  public interface Find {
    Settlement<Done> find(Sending sending);
  }

  /// Work that does not end by itself.
  public static final class Hanging {
    private static final int LOOK_MILLIS = 2;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    /// Waits until somebody works on it.
    public void awaitBegun() {
      await(begun);
    }

    /// Waits until the work noticed that nobody waits for it.
    public void awaitCancelled() {
      await(cancelled);
    }

    public void letGo() {
      letGo.countDown();
    }

    public boolean wasCancelled() {
      return cancelled.getCount() == 0;
    }

    private Outcome<Done> act(Turn turn) {
      begun.countDown();
      while (!isLetGo()) {
        if (turn.access().cancelled()) {
          cancelled.countDown();
          return new Outcome.Failed<>("Nobody waits any more.", Outcome.Retry.SAFE);
        }
      }
      return new Outcome.Done<>(new Done("late " + turn.said().text()), Provenance.NONE);
    }

    private boolean isLetGo() {
      try {
        return letGo.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts work", e);
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a test", e);
      }
    }
  }

  private final class Looking implements ReadTool<Said, Done> {
    private final ToolSpec spec;

    Looking(ToolSpec spec) {
      this.spec = spec;
    }

    @Override
    public ToolSpec spec() {
      return spec;
    }

    @Override
    public Class<Said> input() {
      return Said.class;
    }

    @Override
    public Class<Done> output() {
      return Done.class;
    }

    @Override
    public Footprint footprint(Said input, Access access) {
      return looked(spec, input, access);
    }

    @Override
    public Outcome<Done> act(Said input, Access access) {
      return acted(spec, input, access, Optional.empty());
    }
  }

  private final class Changing implements WriteTool<Said, Done> {
    private final ToolSpec spec;

    Changing(ToolSpec spec) {
      this.spec = spec;
    }

    @Override
    public ToolSpec spec() {
      return spec;
    }

    @Override
    public Class<Said> input() {
      return Said.class;
    }

    @Override
    public Class<Done> output() {
      return Done.class;
    }

    @Override
    public Footprint footprint(Said input, Access access) {
      return looked(spec, input, access);
    }

    @Override
    public Outcome<Done> act(Said input, Access access, Sending sending) {
      return acted(spec, input, access, Optional.of(sending));
    }

    @Override
    public Settlement<Done> findSent(Said input, Access access, Sending sending) {
      asked.add(
          new Asked(
              What.FIND_SENT,
              spec.name(),
              input,
              access.credential().isPresent(),
              sending.deduplicationKey()));
      return find.find(sending);
    }

    @Override
    public Duration quietPeriod() {
      return QUIET;
    }
  }
}
