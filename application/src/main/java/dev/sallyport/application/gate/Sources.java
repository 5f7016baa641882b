package dev.sallyport.application.gate;

import dev.sallyport.application.backend.CompletionSource.Beginning;
import dev.sallyport.application.backend.CompletionSource.Endings;
import dev.sallyport.application.backend.LinkSource;
import dev.sallyport.application.backend.PromptSource;
import dev.sallyport.application.backend.ResourceSource;
import dev.sallyport.application.gate.Screening.Sight;
import dev.sallyport.application.gate.Shelves.Kept;
import dev.sallyport.application.port.in.ListSources.Listing;
import dev.sallyport.application.port.in.ListSources.Offered;
import dev.sallyport.application.port.in.UseSource.Wanted;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.content.PromptSpec;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What backends offer besides tools, each with the one that is called for it.
///
/// The start fails if two backends want the same address or name. What there is to call them for
/// may become more or less at any time; of several that come to want the same then, each caller has
/// the first of those that are there for it, as if there were no others.
final class Sources {
  private final List<Stand<ResourceSpec>> resources = new ArrayList<>();
  private final List<Stand<TemplateSpec>> templates = new ArrayList<>();
  private final List<Stand<PromptSpec>> prompts = new ArrayList<>();
  private final List<Offer<?, ?>> followers = new ArrayList<>();
  private volatile Shelves known = Shelves.EMPTY;

  private Sources() {}

  static Sources of(List<Backend> backends, Arguments arguments) {
    var sources = new Sources();
    backends.forEach(backend -> sources.add(backend, arguments));
    sources.now().mustDiffer();
    return sources;
  }

  /// What is to be called for it by a caller who sees so much.
  Optional<Offer<?, ?>> find(Wanted wanted, Function<Offer<?, ?>, Sight> sight) {
    Shelves now = now();
    return switch (wanted) {
      case Wanted.Resource(String uri) -> first(now.resources(uri), sight).map(Kept::offer);
      case Wanted.Prompt(String name) -> first(now.prompts(name), sight).map(Kept::offer);
      case Wanted.EndingsOfPrompt(String name) ->
          first(now.prompts(name), sight).flatMap(Kept::completer);
      case Wanted.EndingsOfTemplate(String uriTemplate) ->
          first(now.templates(uriTemplate), sight).flatMap(Kept::completer);
      case Wanted.Link() -> followers.stream().<Offer<?, ?>>map(it -> it).findFirst();
    };
  }

  /// What is offered by those that may be called.
  Listing listed(Predicate<Offer<?, ?>> visible) {
    Shelves now = now();
    return new Listing(
        listed(now.resources(), visible),
        listed(now.templates(), visible),
        listed(now.prompts(), visible));
  }

  // sorting leaves those in their order of which as much is seen
  private static Optional<Kept<?>> first(
      List<? extends Kept<?>> offered, Function<Offer<?, ?>, Sight> sight) {
    return offered.stream()
        .<Kept<?>>map(it -> it)
        .sorted(Comparator.comparing(it -> sight.apply(it.offer())))
        .findFirst();
  }

  /// Read from the backends' lists, and kept as long as they say the same.
  private Shelves now() {
    var read = new Shelves.Lists(read(resources), read(templates), read(prompts));
    Shelves before = known;
    if (before.madeOf(read)) {
      return before;
    }
    Shelves now = Shelves.of(read);
    known = now;
    return now;
  }

  private void add(Backend backend, Arguments arguments) {
    Optional<Offer<Beginning, Endings>> completer =
        backend
            .completions()
            .map(it -> Offer.besides(backend, "completions", it.completer(), arguments));
    backend.resources().ifPresent(it -> add(backend, it, completer, arguments));
    backend.prompts().ifPresent(it -> add(backend, it, completer, arguments));
    backend.links().ifPresent(it -> add(backend, it, arguments));
  }

  private void add(Backend backend, LinkSource source, Arguments arguments) {
    if (!followers.isEmpty()) {
      throw new IllegalArgumentException("two backends follow links");
    }
    followers.add(Offer.besides(backend, "links", source.follower(), arguments));
  }

  private void add(
      Backend backend,
      ResourceSource source,
      Optional<Offer<Beginning, Endings>> completer,
      Arguments arguments) {
    var reader = Offer.besides(backend, "resources", source.reader(), arguments);
    resources.add(new Stand<>(source::resources, reader, completer));
    templates.add(new Stand<>(source::templates, reader, completer));
  }

  private void add(
      Backend backend,
      PromptSource source,
      Optional<Offer<Beginning, Endings>> completer,
      Arguments arguments) {
    var writer = Offer.besides(backend, "prompts", source.writer(), arguments);
    prompts.add(new Stand<>(source::prompts, writer, completer));
  }

  private static <S> List<Shelves.Filled<S>> read(List<Stand<S>> stands) {
    return stands.stream().map(Stand::read).toList();
  }

  private static <S> List<Offered<S>> listed(
      Collection<List<Kept<S>>> all, Predicate<Offer<?, ?>> visible) {
    var known = new IdentityHashMap<Offer<?, ?>, Boolean>();
    return all.stream()
        .flatMap(same ->
            same.stream().filter(it -> known.computeIfAbsent(it.offer(), visible::test)).limit(1))
        .map(it -> new Offered<>(it.offer().backend().kind(), it.spec()))
        .toList();
  }

  /// One list of one backend, and who is called for what is in it.
  private record Stand<S>(
      Supplier<List<S>> list, Offer<?, ?> offer, Optional<Offer<Beginning, Endings>> completer) {
    Shelves.Filled<S> read() {
      return new Shelves.Filled<>(list.get(), offer, completer);
    }
  }
}
