package dev.sallyport.bootstrap;

import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Which places of which backends something reaches.
final class ReachArgument {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--reach",
      paramLabel = "BACKEND=SPACE[,SPACE...]",
      description = "Spaces of a backend that it reaches.")
  private List<String> spaces = new ArrayList<>();

  @Option(
      names = "--private",
      paramLabel = "BACKEND=KIND[,KIND...]",
      description = "Sorts of private places of a backend that it reaches, as dms.")
  private List<String> privates = new ArrayList<>();

  Map<BackendId, Reach> reaches() {
    Map<String, Set<SpaceId>> ticked = byBackend("--reach", spaces, SpaceId::new);
    Map<String, Set<PrivateKind>> switched = byBackend("--private", privates, PrivateKind::new);
    return Stream.concat(ticked.keySet().stream(), switched.keySet().stream())
        .distinct()
        .collect(
            Collectors.toMap(
                BackendId::new,
                backend ->
                    new Reach(
                        ticked.getOrDefault(backend, Set.of()),
                        switched.getOrDefault(backend, Set.of()))));
  }

  /// Which spaces a backend has, only it could tell; whether there is such a backend, we know.
  void mustBeAmong(Set<BackendId> known) {
    mustBeAmong("--reach", spaces, known);
    mustBeAmong("--private", privates, known);
  }

  private void mustBeAmong(String option, List<String> given, Set<BackendId> known) {
    for (String text : given) {
      String backend = text.split("=", 2)[0];
      if (!known.contains(new BackendId(backend))) {
        throw wrong(option, Unmet.told("backend", backend, known.stream().map(BackendId::value)));
      }
    }
  }

  private <T> Map<String, Set<T>> byBackend(
      String option, List<String> given, Function<String, T> place) {
    Map<String, Set<T>> all = new TreeMap<>();
    for (String text : given) {
      String[] parts = text.split("=", 2);
      if (parts.length < 2) {
        throw wrong(option, "`%s` lacks a backend and `=`".formatted(text));
      }
      try {
        String backend = new BackendId(parts[0]).value();
        Set<T> places = all.computeIfAbsent(backend, _ -> new HashSet<>());
        Stream.of(parts[1].split(",", -1)).map(place).forEach(places::add);
      } catch (IllegalArgumentException e) {
        throw wrong(option, "`%s`: %s".formatted(text, e.getMessage()));
      }
    }
    return all;
  }

  private ParameterException wrong(String option, String why) {
    return new ParameterException(spec.commandLine(), "`%s`: %s".formatted(option, why));
  }
}
