package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway.Fetched;
import dev.sallyport.application.backend.Gateway.Found;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The gateway's own tools, which remember what they were told by others.
final class Concierge implements Backend {
  static final int MOST = 5;

  final List<Found> found = new ArrayList<>();
  final List<Fetched> fetched = new ArrayList<>();
  final List<Self> selves = new ArrayList<>();
  private final BackendKind kind;
  private volatile Consumer<Access> before = _ -> {};

  Concierge() {
    this(BackendKind.GATEWAY.value());
  }

  Concierge(String kind) {
    this.kind = new BackendKind(kind);
  }

  /// From now on whoever asks for a footprint does this first.
  void beforeFootprints(Consumer<Access> does) {
    before = does;
  }

  @Override
  public BackendId id() {
    return new BackendId("gateway");
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
        new Asking("search", this::search),
        new Asking("fetch", this::fetch),
        new Asking("whoami", this::whoami));
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
      case Fetched.NotThere() -> new Outcome.Failed<>("There is none.", Retry.USELESS);
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

  private final class Asking implements ReadTool<Wish, Told> {
    private final ToolSpec spec;
    private final BiFunction<Wish, Access, Outcome<Told>> act;

    Asking(String name, BiFunction<Wish, Access, Outcome<Told>> act) {
      this.spec =
          ToolSpec.named(name, "Ask others", Scope.EVERY_GRANTS)
              .purpose("Use this to ask others.")
              .effect(Effect.READ)
              .weight(Weight.CORE)
              .unplaced()
              .says("Asking", "Asked");
      this.act = act;
    }

    @Override
    public ToolSpec spec() {
      return spec;
    }

    @Override
    public Class<Wish> input() {
      return Wish.class;
    }

    @Override
    public Class<Told> output() {
      return Told.class;
    }

    @Override
    public Footprint footprint(Wish wish, Access access) {
      before.accept(access);
      return Footprint.readingWithinReach();
    }

    @Override
    public Outcome<Told> act(Wish wish, Access access) {
      return act.apply(wish, access);
    }
  }
}
