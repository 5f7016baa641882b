package dev.sallyport.application.gate;

import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every tool of every backend by its one name, and what they offer besides. It is made at the
/// start, which fails if two want the same name, if two names are the same with underscores, or if
/// one is told so that it cannot be shown.
final class Catalogue {
  private final SortedMap<String, Offer<?, ?>> offers;
  private final Map<String, Offer<?, ?>> spellings;
  private final Sources sources;
  private final Documents documents;

  private Catalogue(SortedMap<String, Offer<?, ?>> offers, Sources sources, Documents documents) {
    this.offers = Collections.unmodifiableSortedMap(offers);
    this.spellings = spellings(offers.values());
    this.sources = sources;
    this.documents = documents;
  }

  /// Of two backends of one kind the first keeps its tools' names; the others put their id before.
  static Catalogue of(List<Backend> backends, Arguments arguments) {
    var offers = new TreeMap<String, Offer<?, ?>>();
    Set<BackendKind> kinds = new HashSet<>();
    for (Backend backend : backends) {
      String prefix = kinds.add(backend.kind()) ? "" : backend.id().value() + "_";
      for (Tool<?, ?> tool : backend.tools()) {
        Offer<?, ?> offer = offer(prefix, backend, tool, arguments);
        Wording.check(offer);
        if (offers.putIfAbsent(offer.name().value(), offer) != null) {
          throw new IllegalArgumentException(
              "two tools are called `%s`".formatted(offer.name().value()));
        }
      }
    }
    return new Catalogue(
        offers, Sources.of(backends, arguments), Documents.of(backends, arguments));
  }

  Sources sources() {
    return sources;
  }

  Documents documents() {
    return documents;
  }

  /// The tool of this name, in either of its spellings.
  Optional<Offer<?, ?>> find(ToolName name) {
    return Optional.ofNullable(spellings.get(name.value()));
  }

  Collection<Offer<?, ?>> all() {
    return offers.values();
  }

  /// Every tool as it is told of, by name.
  List<Listed> listed() {
    return offers.values().stream().map(Offer::listed).toList();
  }

  /// Some hosts refuse dots and hyphens, so each tool is known with underscores, too.
  private static Map<String, Offer<?, ?>> spellings(Collection<Offer<?, ?>> offers) {
    Map<String, Offer<?, ?>> spellings = new HashMap<>();
    for (Offer<?, ?> offer : offers) {
      Offer<?, ?> other = spellings.putIfAbsent(offer.name().underscored().value(), offer);
      if (other != null) {
        throw new IllegalArgumentException(
            "the tools `%s` and `%s` are the same with underscores"
                .formatted(other.name().value(), offer.name().value()));
      }
    }
    offers.forEach(offer -> spellings.put(offer.name().value(), offer));
    return Map.copyOf(spellings);
  }

  private static <I, O> Offer<I, O> offer(
      String prefix, Backend backend, Tool<I, O> tool, Arguments arguments) {
    ToolSpec spec = tool.spec();
    ToolSpec named =
        prefix.isEmpty() ? spec : spec.called(new ToolName(prefix + spec.name().value()));
    return new Offer<>(named, backend, tool, arguments.form(tool), false);
  }
}
