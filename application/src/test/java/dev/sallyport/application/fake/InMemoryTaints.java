package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Taints;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/// Sources that are forgotten with the test.
public final class InMemoryTaints implements Taints, Undoable {
  private static final Comparator<Mark> BY_END = Comparator.comparing(Mark::until);

  private final Shelf<Mark> marks = new Shelf<>();

  @Override
  public void note(TenantScope scope, GrantId grant, List<Mark> noted) {
    marks.step(all -> {
      noted.forEach(mark ->
          all.merge(
              prefix(scope, grant) + mark.source().hex(), mark, BinaryOperator.maxBy(BY_END)));
      return noted;
    });
  }

  @Override
  public List<Mark> of(TenantScope scope, GrantId grant, Instant at, int most) {
    return marks.step(all ->
        all.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix(scope, grant)))
            .map(Map.Entry::getValue)
            .filter(mark -> mark.until().isAfter(at))
            .sorted(BY_END.reversed())
            .limit(most)
            .toList());
  }

  @Override
  public Runnable snapshot() {
    return marks.snapshot();
  }

  private static String prefix(TenantScope scope, GrantId grant) {
    return scope.organization().value() + "/" + grant.value() + "/";
  }
}
