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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What backends offer besides tools, each with the one that is called for it. It is made at the
/// start, which fails if two backends want the same address or name.
final class Sources {
  private final Map<String, Kept<ResourceSpec>> resources = new LinkedHashMap<>();
  private final Map<String, Kept<TemplateSpec>> templates = new LinkedHashMap<>();
  private final Map<String, Kept<PromptSpec>> prompts = new LinkedHashMap<>();
  private final Map<Pattern, Kept<TemplateSpec>> addresses = new LinkedHashMap<>();

  private final List<Offer<?, ?>> followers = new ArrayList<>();

  private Sources() {}

  static Sources of(List<Backend> backends, Arguments arguments) {
    var sources = new Sources();
    backends.forEach(backend -> sources.add(backend, arguments));
    return sources;
  }

  /// What is to be called for it, whoever calls.
  Optional<Offer<?, ?>> find(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Resource(String uri) -> resource(uri);
      case Wanted.Prompt(String name) -> Optional.ofNullable(prompts.get(name)).map(Kept::offer);
      case Wanted.EndingsOfPrompt(String name) ->
          Optional.ofNullable(prompts.get(name)).flatMap(Kept::completer);
      case Wanted.EndingsOfTemplate(String uriTemplate) ->
          Optional.ofNullable(templates.get(uriTemplate)).flatMap(Kept::completer);
      case Wanted.Link() -> followers.stream().<Offer<?, ?>>map(it -> it).findFirst();
    };
  }

  /// What is offered by those that may be called.
  Listing listed(Predicate<Offer<?, ?>> visible) {
    return new Listing(
        listed(resources, visible), listed(templates, visible), listed(prompts, visible));
  }

  private Optional<Offer<?, ?>> resource(String uri) {
    Kept<ResourceSpec> fixed = resources.get(uri);
    return fixed != null
        ? Optional.of(fixed.offer())
        : addresses.entrySet().stream()
            .filter(it -> it.getKey().matcher(uri).matches())
            .findFirst()
            .map(it -> it.getValue().offer());
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
    for (ResourceSpec spec : source.resources()) {
      put(resources, spec.uri(), new Kept<>(spec, reader, completer));
    }
    for (TemplateSpec spec : source.templates()) {
      var kept = new Kept<>(spec, reader, completer);
      put(templates, spec.uriTemplate(), kept);
      addresses.put(spec.addresses(), kept);
    }
  }

  private void add(
      Backend backend,
      PromptSource source,
      Optional<Offer<Beginning, Endings>> completer,
      Arguments arguments) {
    var writer = Offer.besides(backend, "prompts", source.writer(), arguments);
    for (PromptSpec spec : source.prompts()) {
      put(prompts, spec.name(), new Kept<>(spec, writer, completer));
    }
  }

  private static <S> void put(Map<String, Kept<S>> all, String name, Kept<S> kept) {
    if (all.putIfAbsent(name, kept) != null) {
      throw new IllegalArgumentException("two backends offer `%s`".formatted(name));
    }
  }

  private static <S> List<Offered<S>> listed(
      Map<String, Kept<S>> all, Predicate<Offer<?, ?>> visible) {
    var known = new IdentityHashMap<Offer<?, ?>, Boolean>();
    List<Offered<S>> listed = new ArrayList<>();
    for (Kept<S> kept : all.values()) {
      if (known.computeIfAbsent(kept.offer(), visible::test)) {
        listed.add(new Offered<>(kept.offer().backend().kind(), kept.spec()));
      }
    }
    return listed;
  }

  /// What is listed, what is called for it, and what helps to fill it in.
  private record Kept<S>(
      S spec, Offer<?, ?> offer, Optional<Offer<Beginning, Endings>> completing) {
    Optional<Offer<?, ?>> completer() {
      return completing.map(it -> it);
    }
  }
}
