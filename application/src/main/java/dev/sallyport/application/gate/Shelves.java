package dev.sallyport.application.gate;

import dev.sallyport.application.backend.CompletionSource.Beginning;
import dev.sallyport.application.backend.CompletionSource.Endings;
import dev.sallyport.domain.content.PromptSpec;
import dev.sallyport.domain.content.ResourceSpec;
import dev.sallyport.domain.content.TemplateSpec;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What backends offered besides tools when their lists were read, by address or name. Of two that
/// are the same, the first is there.
final class Shelves {
  static final Shelves EMPTY = of(new Lists(List.of(), List.of(), List.of()));

  private final Lists lists;
  private final Map<String, Kept<ResourceSpec>> resources;
  private final Map<String, Kept<TemplateSpec>> templates;
  private final Map<String, Kept<PromptSpec>> prompts;
  private final Map<Pattern, Kept<TemplateSpec>> addresses;

  private Shelves(Lists lists) {
    this.lists = lists;
    this.resources = byName(lists.resources(), ResourceSpec::uri);
    this.templates = byName(lists.templates(), TemplateSpec::uriTemplate);
    this.prompts = byName(lists.prompts(), PromptSpec::name);
    Map<Pattern, Kept<TemplateSpec>> patterns = new LinkedHashMap<>();
    templates.values().forEach(it -> patterns.put(it.spec().addresses(), it));
    this.addresses = Collections.unmodifiableMap(patterns);
  }

  static Shelves of(Lists lists) {
    return new Shelves(lists);
  }

  boolean madeOf(Lists others) {
    return lists.equals(others);
  }

  /// Fails if two are the same.
  void mustDiffer() {
    mustDiffer(lists.resources(), ResourceSpec::uri);
    mustDiffer(lists.templates(), TemplateSpec::uriTemplate);
    mustDiffer(lists.prompts(), PromptSpec::name);
  }

  Map<String, Kept<ResourceSpec>> resources() {
    return resources;
  }

  Map<String, Kept<TemplateSpec>> templates() {
    return templates;
  }

  Map<String, Kept<PromptSpec>> prompts() {
    return prompts;
  }

  /// What reads that address.
  Optional<Offer<?, ?>> resource(String uri) {
    Kept<ResourceSpec> fixed = resources.get(uri);
    return fixed != null
        ? Optional.of(fixed.offer())
        : addresses.entrySet().stream()
            .filter(it -> it.getKey().matcher(uri).matches())
            .findFirst()
            .map(it -> it.getValue().offer());
  }

  private static <S> Map<String, Kept<S>> byName(List<Filled<S>> lists, Function<S, String> name) {
    Map<String, Kept<S>> all = new LinkedHashMap<>();
    for (Filled<S> list : lists) {
      for (S spec : list.specs()) {
        all.putIfAbsent(name.apply(spec), new Kept<>(spec, list.offer(), list.completing()));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static <S> void mustDiffer(List<Filled<S>> lists, Function<S, String> name) {
    Set<String> names = new HashSet<>();
    lists.stream()
        .flatMap(list -> list.specs().stream())
        .map(name)
        .filter(it -> !names.add(it))
        .findFirst()
        .ifPresent(it -> {
          throw new IllegalArgumentException("two backends offer `%s`".formatted(it));
        });
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
  }
}
