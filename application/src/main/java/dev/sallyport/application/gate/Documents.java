package dev.sallyport.application.gate;

import dev.sallyport.application.backend.DocumentSource;
import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.DocumentSource.Hits;
import dev.sallyport.application.backend.DocumentSource.Query;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Site;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.id.BackendId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who can be searched, each with what is asked of it. It is made at the start, which fails if two
/// of them have one id: a link could not tell them apart.
final class Documents {
  private final List<Shelf> shelves;

  private Documents(List<Shelf> shelves) {
    this.shelves = List.copyOf(shelves);
  }

  static Documents of(List<Backend> backends, Arguments arguments) {
    List<Shelf> shelves = new ArrayList<>();
    Set<BackendId> ids = new HashSet<>();
    for (Backend backend : backends) {
      if (!ids.add(backend.id())) {
        throw new IllegalArgumentException(
            "two backends are called `%s`".formatted(backend.id().value()));
      }
      backend.documents().ifPresent(it -> shelves.add(shelf(backend, it, arguments)));
    }
    return new Documents(shelves);
  }

  List<Shelf> all() {
    return shelves;
  }

  Optional<Shelf> of(BackendId backend) {
    return shelves.stream().filter(it -> it.search().backend().equals(backend)).findFirst();
  }

  private static Shelf shelf(Backend backend, DocumentSource source, Arguments arguments) {
    return new Shelf(
        Errand.of(backend, "search", source.searcher(), arguments),
        Errand.of(backend, "fetch", source.fetcher(), arguments),
        source.sites());
  }

  /// What one backend is asked, and where it shows its things.
  record Shelf(Errand<Query, Hits> search, Errand<Reference, Document> fetch, Set<Site> sites) {
    Shelf {
      sites = Set.copyOf(sites);
    }

    /// A page may come from whoever writes there, so one of no site of the backend is none.
    Document shown(Document document) {
      return new Document(
          document.title(),
          document.text(),
          document.metadata(),
          document.page().filter(page -> sites.stream().anyMatch(site -> site.has(page))));
    }
  }
}
