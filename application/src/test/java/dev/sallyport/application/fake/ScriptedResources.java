package dev.sallyport.application.fake;

import dev.sallyport.application.backend.Access;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.ResourceSource;
import dev.sallyport.domain.content.Body;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// One page, and one for each name; all of it lies in the space `home`.
final class ScriptedResources implements ResourceSource {
  private final BackendId backend;
  private final ReadTool<Address, Bodies> reader;
  private final List<ResourceSpec> offered = new CopyOnWriteArrayList<>();
  private final List<TemplateSpec> templates = new CopyOnWriteArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();

  ScriptedResources(BackendId backend, ToolSpec spec) {
    this.backend = backend;
    this.reader = new Reader(spec);
    offers(
        new ResourceSpec(
            "script://%s/about".formatted(backend.value()),
            "about",
            "About",
            "What it is about.",
            Optional.of("text/plain")));
    offers(
        new TemplateSpec(
            "script://%s/pages/{name}".formatted(backend.value()),
            "page",
            "Page",
            "One page.",
            Optional.of("text/plain")));
  }

  void offers(ResourceSpec more) {
    offered.add(more);
  }

  void offers(TemplateSpec more) {
    templates.add(more);
  }

  int reads() {
    return reads.get();
  }

  @Override
  public List<ResourceSpec> resources() {
    return List.copyOf(offered);
  }

  @Override
  public List<TemplateSpec> templates() {
    return List.copyOf(templates);
  }

  @Override
  public ReadTool<Address, Bodies> reader() {
    return reader;
  }

  private final class Reader implements ReadTool<Address, Bodies> {
    private final ToolSpec spec;

    Reader(ToolSpec spec) {
      this.spec = spec;
    }

    @Override
    public ToolSpec spec() {
      return spec;
    }

    @Override
    public Class<Address> input() {
      return Address.class;
    }

    @Override
    public Class<Bodies> output() {
      return Bodies.class;
    }

    @Override
    public Footprint footprint(Address input, Access access) {
      return Footprint.reading(home());
    }

    @Override
    public Outcome<Bodies> act(Address input, Access access) {
      reads.incrementAndGet();
      return new Outcome.Done<>(
          new Bodies(List.of(Body.text(input.uri(), "text/plain", "read"))),
          Provenance.inside(home()));
    }

    private Place home() {
      return Place.in(backend, new SpaceId("home"));
    }
  }
}
