package dev.sallyport.application.fake;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.concurrent.atomic.AtomicLong;

/// A channel whose instances all hear at once, until the test silences it.
///
/// Inside of a unit a change is heard before the unit ends, and not any more once it is undone.
public final class InMemoryChanges implements Changes, Undoable {
  private static final String ALL = "all/";

  private final Shelf<Long> stamps = new Shelf<>();
  // never put back, so that a stamp which was seen in an undone unit does not come again
  private final AtomicLong last = new AtomicLong();
  private volatile boolean silent;

  /// From now on nothing is heard.
  public void fallSilent() {
    silent = true;
  }

  /// Everything is heard again.
  public void beHeard() {
    silent = false;
  }

  @Override
  public void announce(TenantScope scope, Subject subject) {
    change(scope.organization().value() + subject);
  }

  @Override
  public void announceToAll(Subject subject) {
    change(ALL + subject);
  }

  @Override
  public long stamp(OrganizationId organization, Subject subject) {
    if (silent) {
      throw new Unavailable(
          "the change channel", new IllegalStateException("nothing was heard for a second"));
    }
    return Math.max(
        stamps.get(organization.value() + subject).orElse(0L),
        stamps.get(ALL + subject).orElse(0L));
  }

  @Override
  public Runnable snapshot() {
    return stamps.snapshot();
  }

  private void change(String key) {
    stamps.step(all -> {
      long next = last.incrementAndGet();
      all.put(key, next);
      return next;
    });
  }
}
