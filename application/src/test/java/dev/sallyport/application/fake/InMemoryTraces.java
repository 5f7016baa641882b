package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Traces;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Traces that a test leaves by hand.
public final class InMemoryTraces implements Traces, Undoable {
  /// What a removal leaves.
  private static final Set<String> STAYING = Set.of("usage", "ledger");

  private final Shelf<Trace> traces = new Shelf<>();
  private final Set<String> organizations = new ConcurrentSkipListSet<>();

  /// Keeps one more thing of a person.
  public void leave(TenantScope scope, PersonId person, Trace trace) {
    organizations.add(scope.organization().value());
    traces.step(all -> all.put(prefix(scope, person) + "%06d".formatted(all.size()), trace));
  }

  @Override
  public List<OrganizationId> organizations(PersonId person) {
    return traces.step(all ->
        all.keySet().stream()
            .map(key -> List.of(key.split("/", -1)))
            .filter(parts -> parts.get(1).equals(person.value()))
            .map(List::getFirst)
            .distinct()
            .map(OrganizationId::new)
            .toList());
  }

  @Override
  public List<OrganizationId> everywhere() {
    return organizations.stream().map(OrganizationId::new).toList();
  }

  @Override
  public void read(TenantScope scope, PersonId person, Consumer<Trace> to) {
    of(scope, person).values().forEach(to);
  }

  @Override
  public Removed remove(TenantScope scope, PersonId person) {
    Map<String, Trace> removed =
        of(scope, person).entrySet().stream()
            .filter(entry -> !STAYING.contains(entry.getValue().list()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    traces.step(all -> all.keySet().removeAll(removed.keySet()));
    return new Removed(
        removed.values().stream().collect(Collectors.toMap(Trace::list, _ -> 1, Integer::sum)));
  }

  @Override
  public Runnable snapshot() {
    return traces.snapshot();
  }

  private Map<String, Trace> of(TenantScope scope, PersonId person) {
    return traces.step(all ->
        all.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix(scope, person)))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new)));
  }

  private static String prefix(TenantScope scope, PersonId person) {
    return scope.organization().value() + "/" + person.value() + "/";
  }
}
