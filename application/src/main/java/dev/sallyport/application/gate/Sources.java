package dev.sallyport.application.gate;

import dev.sallyport.application.backend.CompletionSource.Beginning;
import dev.sallyport.application.backend.CompletionSource.Endings;
import dev.sallyport.application.backend.LinkSource;
import dev.sallyport.application.backend.PromptSource;
import dev.sallyport.application.backend.ResourceSource;
import dev.sallyport.application.port.in.ListSources.Listing;
import dev.sallyport.application.port.in.ListSources.Offered;
import dev.sallyport.application.port.in.UseSource.Wanted;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.content.PromptSpec;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What backends offer besides tools, each with the one that is called for it.
///
/// Who is called is settled at the start, which fails if two backends want the same address or
/// name. What there is to call them for may become more or less at any time; of two that come to
/// want the same then, the first keeps it.
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

  /// What is to be called for it, whoever calls.
  Optional<Offer<?, ?>> find(Wanted wanted) {
    Shelves now = now();
    return switch (wanted) {
      case Wanted.Resource(String uri) -> now.resource(uri);
      case Wanted.Prompt(String name) ->
          Optional.ofNullable(now.prompts().get(name)).map(Shelves.Kept::offer);
      case Wanted.EndingsOfPrompt(String name) ->
          Optional.ofNullable(now.prompts().get(name)).flatMap(Shelves.Kept::completer);
      case Wanted.EndingsOfTemplate(String uriTemplate) ->
          Optional.ofNullable(now.templates().get(uriTemplate)).flatMap(Shelves.Kept::completer);
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
      Map<String, Shelves.Kept<S>> all, Predicate<Offer<?, ?>> visible) {
    var known = new IdentityHashMap<Offer<?, ?>, Boolean>();
    List<Offered<S>> listed = new ArrayList<>();
    for (Shelves.Kept<S> kept : all.values()) {
      if (known.computeIfAbsent(kept.offer(), visible::test)) {
        listed.add(new Offered<>(kept.offer().backend().kind(), kept.spec()));
      }
    }
    return listed;
  }

  /// One list of one backend, and who is called for what is in it.
  private record Stand<S>(
      Supplier<List<S>> list, Offer<?, ?> offer, Optional<Offer<Beginning, Endings>> completer) {
    Shelves.Filled<S> read() {
      return new Shelves.Filled<>(list.get(), offer, completer);
    }
  }
}
