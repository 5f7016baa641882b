package dev.sallyport.application.fake;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.DocumentSource;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.Site;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Documents of a scripted backend: what the test says is found and opened, and nothing until then.
public final class ScriptedDocuments implements DocumentSource {
  private static final Scope MAY_READ = new Scope("messages:read");

  private final BackendId backend;
  private final List<Query> queries = new CopyOnWriteArrayList<>();
  private final List<Reference> references = new CopyOnWriteArrayList<>();
  private volatile Function<Access, Outcome<Hits>> search;
  private volatile BiFunction<Reference, Access, Outcome<Document>> fetch;
  private volatile Set<Site> sites = Set.of();
  private volatile Function<Object, Footprint> footprint = _ -> Footprint.readingWithinReach();

  ScriptedDocuments(BackendId backend) {
    this.backend = backend;
    this.search = _ -> found(List.of());
    this.fetch = (_, _) -> new Outcome.NotThere<>("There is no such thing.");
  }

  /// From now on these are found, in the space `home`, one after the other.
  public void finds(String... titles) {
    searches(_ -> found(Stream.of(titles).map(ScriptedDocuments::hit).toList()));
  }

  public void searches(Function<Access, Outcome<Hits>> does) {
    search = does;
  }

  public void fetches(BiFunction<Reference, Access, Outcome<Document>> does) {
    fetch = does;
  }

  /// From now on this is what either would touch.
  public void touches(Function<Object, Footprint> does) {
    footprint = does;
  }

  /// It shows its things there, and says so before the start.
  public void isShownAt(Site... there) {
    sites = Set.of(there);
  }

  /// What was looked for, in order.
  public List<Query> queries() {
    return List.copyOf(queries);
  }

  /// What was opened, in order.
  public List<Reference> references() {
    return List.copyOf(references);
  }

  /// A hit that is called and identified by its title.
  public static Hit hit(String title) {
    return new Hit(new Reference("message", title), title, Optional.empty(), Optional.empty());
  }

  /// These, of somebody of the organization in the space `home`.
  public Outcome<Hits> found(List<Hit> hits) {
    return new Outcome.Done<>(new Hits(hits, true), in("home"));
  }

  public Outcome<Document> document(String text, String space) {
    return new Outcome.Done<>(new Document("A title", text, Map.of(), Optional.empty()), in(space));
  }

  public Provenance in(String space) {
    return Provenance.inside(Place.in(backend, new SpaceId(space)));
  }

  @Override
  public ReadTool<Query, Hits> searcher() {
    return new Asked<>(
        "finder",
        Query.class,
        Hits.class,
        (query, access) -> {
          queries.add(query);
          return search.apply(access);
        });
  }

  @Override
  public ReadTool<Reference, Document> fetcher() {
    return new Asked<>(
        "opener",
        Reference.class,
        Document.class,
        (reference, access) -> {
          references.add(reference);
          return fetch.apply(reference, access);
        });
  }

  @Override
  public Set<Site> sites() {
    return sites;
  }

  private final class Asked<I, O> implements ReadTool<I, O> {
    private final ToolSpec spec;
    private final Class<I> input;
    private final Class<O> output;
    private final BiFunction<I, Access, Outcome<O>> act;

    Asked(String name, Class<I> input, Class<O> output, BiFunction<I, Access, Outcome<O>> act) {
      this.spec =
          ToolSpec.named(name, "", MAY_READ).effect(Effect.READ).weight(Weight.CORE).unplaced();
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
    public Footprint footprint(I asked, Access access) {
      return footprint.apply(asked);
    }

    @Override
    public Outcome<O> act(I asked, Access access) {
      return act.apply(asked, access);
    }
  }
}
