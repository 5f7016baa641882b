package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Units that run one after the other, and put the stores they know back as they were when undone.
///
/// What is done to those stores at the same time outside of any unit may be put back with it: a
/// test that races the two has to put both into units.
public final class InMemoryUnitOfWork implements UnitOfWork {
  private final List<Undoable> stores;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private @Nullable TenantScope running;
  private @Nullable RuntimeException doom;

  public InMemoryUnitOfWork(Undoable... stores) {
    this.stores = List.of(stores);
  }

  @Override
  public <T> T run(TenantScope scope, Supplier<Ending<T>> work) {
    oneAtATime.lock();
    try {
      return running == null ? outermost(scope, work) : joined(scope, work);
    } finally {
      oneAtATime.unlock();
    }
  }

  private <T> T outermost(TenantScope scope, Supplier<Ending<T>> work) {
    List<Runnable> undo = stores.stream().map(Undoable::snapshot).toList();
    running = scope;
    boolean kept = false;
    try {
      Ending<T> ending = work.get();
      if (ending instanceof Ending.Keep<T>) {
        refuseIfDoomed();
        kept = true;
      }
      return ending.answer();
    } finally {
      running = null;
      doom = null;
      if (!kept) {
        undo.forEach(Runnable::run);
      }
    }
  }

  private <T> T joined(TenantScope scope, Supplier<Ending<T>> work) {
    if (!scope.equals(running)) {
      throw new IllegalStateException("a unit of one organization cannot do the work of another");
    }
    try {
      Ending<T> ending = work.get();
      if (ending instanceof Ending.Undo<T>) {
        doom = new IllegalStateException("a step of this unit was undone, and so must it be");
      }
      return ending.answer();
    } catch (RuntimeException e) {
      doom = e;
      throw e;
    }
  }

  private void refuseIfDoomed() {
    if (doom != null) {
      throw doom;
    }
  }
}
