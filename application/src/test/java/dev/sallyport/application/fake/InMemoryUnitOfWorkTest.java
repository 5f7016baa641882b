package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWorkContract;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryUnitOfWorkTest extends UnitOfWorkContract {
  private final Notes notes = new Notes();
  private final UnitOfWork units = new InMemoryUnitOfWork(notes);

  @Override
  protected UnitOfWork units() {
    return units;
  }

  @Override
  protected Notebook notebook() {
    return notes;
  }

  private static final class Notes implements Notebook, Undoable {
    private final Map<TenantScope, Set<String>> stored = new ConcurrentHashMap<>();

    @Override
    public void note(TenantScope scope, String text) {
      stored.merge(
          scope,
          Set.of(text),
          (before, more) -> {
            Set<String> all = ConcurrentHashMap.newKeySet();
            all.addAll(before);
            all.addAll(more);
            return all;
          });
    }

    @Override
    public Set<String> notes(TenantScope scope) {
      return Set.copyOf(stored.getOrDefault(scope, Set.of()));
    }

    @Override
    public Runnable snapshot() {
      Map<TenantScope, Set<String>> before = Map.copyOf(stored);
      return () -> {
        stored.clear();
        stored.putAll(before);
      };
    }
  }
}
