package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway.Fetched;
import dev.sallyport.application.backend.Gateway.Found;
import dev.sallyport.application.backend.LinkSource;
import dev.sallyport.application.backend.LinkSource.Address;
import dev.sallyport.application.backend.LinkSource.Target;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Self;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The gateway's own tools, which remember what they were told by others.
final class Concierge implements Backend {
  static final int MOST = 5;

  final List<Found> found = new ArrayList<>();
  final List<Fetched> fetched = new ArrayList<>();
  final List<Self> selves = new ArrayList<>();
  private final BackendKind kind;
  private final BackendId id;
  private volatile Consumer<Access> before = _ -> {};

  Concierge() {
    this(BackendKind.GATEWAY.value());
  }

  Concierge(String kind) {
    this(kind, "gateway");
  }

  Concierge(String kind, String id) {
    this.kind = new BackendKind(kind);
    this.id = new BackendId(id);
  }

  /// From now on whoever asks for a footprint does this first.
  void beforeFootprints(Consumer<Access> does) {
    before = does;
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
    return Linking.NONE;
  }

  @Override
  public List<Tool<?, ?>> tools() {
    return List.of(
        new Asking<>("search", Wish.class, Told.class, this::search),
        new Asking<>("fetch", Wish.class, Told.class, this::fetch),
        new Asking<>("whoami", Wish.class, Told.class, this::whoami));
  }

  @Override
  public Optional<LinkSource> links() {
    return Optional.of(() -> new Asking<>("link", Address.class, Target.class, this::follow));
  }

  private Outcome<Target> follow(Address address, Access access) {
    Fetched one =
        access
            .gateway()
            .fetch(new BackendId(address.backend()), new Reference(address.kind(), address.id()));
    fetched.add(one);
    return switch (one) {
      case Fetched.There(var document, var provenance) ->
          new Outcome.Done<>(new Target(document.page().map(URI::toString)), provenance);
      case Fetched.NotThere() -> new Outcome.NotThere<>("There is none.");
      case Fetched.NotNow(String reason) -> new Outcome.Failed<>(reason, Retry.SAFE);
    };
  }

  private Outcome<Told> search(Wish wish, Access access) {
    Found all = access.gateway().search(wish.text(), MOST);
    found.add(all);
    return new Outcome.Done<>(
        new Told(
            String.join(
                ",",
                all.matches().stream()
                    .map(it -> it.backend().value() + "/" + it.hit().title())
                    .toList())),
        all.provenance());
  }

  private Outcome<Told> fetch(Wish wish, Access access) {
    String[] parts = wish.text().split(":", 3);
    Fetched one =
        access.gateway().fetch(new BackendId(parts[0]), new Reference(parts[1], parts[2]));
    fetched.add(one);
    return switch (one) {
      case Fetched.There(var document, var provenance) ->
          new Outcome.Done<>(new Told(document.text()), provenance);
      case Fetched.NotThere() -> new Outcome.NotThere<>("There is none.");
      case Fetched.NotNow(String reason) -> new Outcome.Failed<>(reason, Retry.SAFE);
    };
  }

  private Outcome<Told> whoami(Wish wish, Access access) {
    selves.add(access.gateway().self());
    return new Outcome.Done<>(new Told(wish.text()), Provenance.NONE);
  }

  /// What each takes.
  record Wish(String text) {}

  /// What each answers.
  record Told(String text) {}

  private final class Asking<I, O> implements ReadTool<I, O> {
    private final ToolSpec spec;
    private final Class<I> input;
    private final Class<O> output;
    private final BiFunction<I, Access, Outcome<O>> act;

    Asking(String name, Class<I> input, Class<O> output, BiFunction<I, Access, Outcome<O>> act) {
      this.spec =
          ToolSpec.named(name, "Ask others", Scope.EVERY_GRANTS)
              .purpose("Use this when others are to be asked.")
              .effect(Effect.READ)
              .weight(Weight.CORE)
              .unplaced()
              .says("Asking", "Asked");
      this.input = input;
      this.output = output;
      this.act = act;
    }

    @Override
    public ToolSpec spec() {
      return spec;
    }

    @Override
    public Class<I> input() {
      return input;
    }

    @Override
    public Class<O> output() {
      return output;
    }

    @Override
    public Footprint footprint(I wish, Access access) {
      before.accept(access);
      return Footprint.readingWithinReach();
    }

    @Override
    public Outcome<O> act(I wish, Access access) {
      return act.apply(wish, access);
    }
  }
}
