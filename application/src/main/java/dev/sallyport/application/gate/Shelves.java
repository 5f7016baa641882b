package dev.sallyport.application.gate;

import dev.sallyport.application.backend.CompletionSource.Beginning;
import dev.sallyport.application.backend.CompletionSource.Endings;
import dev.sallyport.domain.content.PromptSpec;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What backends offered besides tools when their lists were read, by address or name. Where
/// several offer the same, all of them are there, in the order of their backends.
final class Shelves {
  static final Shelves EMPTY = of(new Lists(List.of(), List.of(), List.of()));

  private final Lists lists;
  private final Map<String, List<Kept<ResourceSpec>>> resources;
  private final Map<String, List<Kept<TemplateSpec>>> templates;
  private final Map<String, List<Kept<PromptSpec>>> prompts;
  private final Map<Pattern, List<Kept<TemplateSpec>>> addresses;

  private Shelves(Lists lists) {
    this.lists = lists;
    this.resources = byName(lists.resources(), ResourceSpec::uri);
    this.templates = byName(lists.templates(), TemplateSpec::uriTemplate);
    this.prompts = byName(lists.prompts(), PromptSpec::name);
    Map<Pattern, List<Kept<TemplateSpec>>> patterns = new LinkedHashMap<>();
    templates.values().forEach(it -> patterns.put(it.getFirst().spec().addresses(), it));
    this.addresses = Collections.unmodifiableMap(patterns);
  }

  static Shelves of(Lists lists) {
    return new Shelves(lists);
  }

  boolean madeOf(Lists others) {
    return lists.equals(others);
  }

  /// Fails if two are the same, or if templates of two backends have an address in common, or one's
  /// template has the address of another's resource: which of them answers would then be chance.
  void mustDiffer() {
    mustDiffer(resources);
    mustDiffer(templates);
    mustDiffer(prompts);
    all(templates).forEach(this::mustStandApart);
  }

  Collection<List<Kept<ResourceSpec>>> resources() {
    return resources.values();
  }

  Collection<List<Kept<TemplateSpec>>> templates() {
    return templates.values();
  }

  Collection<List<Kept<PromptSpec>>> prompts() {
    return prompts.values();
  }

  /// All that read that address, those for which it is a whole one first.
  List<Kept<?>> resources(String uri) {
    return Stream.concat(
            resources.getOrDefault(uri, List.of()).stream(),
            addresses.entrySet().stream()
                .filter(it -> it.getKey().matcher(uri).matches())
                .flatMap(it -> it.getValue().stream()))
        .<Kept<?>>map(it -> it)
        .toList();
  }

  List<Kept<TemplateSpec>> templates(String uriTemplate) {
    return templates.getOrDefault(uriTemplate, List.of());
  }

  List<Kept<PromptSpec>> prompts(String name) {
    return prompts.getOrDefault(name, List.of());
  }

  private static <S> Map<String, List<Kept<S>>> byName(
      List<Filled<S>> lists, Function<S, String> name) {
    Map<String, List<Kept<S>>> all = new LinkedHashMap<>();
    for (Filled<S> list : lists) {
      for (S spec : list.specs()) {
        all.computeIfAbsent(name.apply(spec), _ -> new ArrayList<>())
            .add(new Kept<>(spec, list.offer(), list.completing()));
      }
    }
    all.replaceAll((_, same) -> List.copyOf(same));
    return Collections.unmodifiableMap(all);
  }

  private static <S> void mustDiffer(Map<String, List<Kept<S>>> all) {
    all.forEach((name, same) -> {
      if (same.size() > 1) {
        throw new IllegalArgumentException("two backends offer `%s`".formatted(name));
      }
    });
  }

  private void mustStandApart(Kept<TemplateSpec> template) {
    Stream.concat(
            all(templates)
                .filter(it -> it.isOfAnother(template) && it.spec().meets(template.spec()))
                .map(it -> it.spec().uriTemplate()),
            all(resources)
                .filter(it -> it.isOfAnother(template) && template.spec().has(it.spec().uri()))
                .map(it -> it.spec().uri()))
        .findFirst()
        .ifPresent(other -> {
          throw new IllegalArgumentException(
              "two backends offer addresses of `%s` and `%s`"
                  .formatted(template.spec().uriTemplate(), other));
        });
  }

  private static <S> Stream<Kept<S>> all(Map<String, List<Kept<S>>> kept) {
    return kept.values().stream().flatMap(List::stream);
  }

  /// All lists, as they were read at one time.
  record Lists(
      List<Filled<ResourceSpec>> resources,
      List<Filled<TemplateSpec>> templates,
      List<Filled<PromptSpec>> prompts) {
    Lists {
      resources = List.copyOf(resources);
      templates = List.copyOf(templates);
      prompts = List.copyOf(prompts);
    }
  }

  /// One list of one backend, and who is called for what is in it.
  record Filled<S>(
      List<S> specs, Offer<?, ?> offer, Optional<Offer<Beginning, Endings>> completing) {
    Filled {
      specs = List.copyOf(specs);
    }
  }

  /// What is listed, what is called for it, and what helps to fill it in.
  record Kept<S>(S spec, Offer<?, ?> offer, Optional<Offer<Beginning, Endings>> completing) {
    Optional<Offer<?, ?>> completer() {
      return completing.map(it -> it);
    }

    boolean isOfAnother(Kept<?> other) {
      return !offer.backend().id().equals(other.offer.backend().id());
    }
  }
}
