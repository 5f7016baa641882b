package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Blocks whose answers can be lost, and whose taking and writing down can fail.
final class BrittleBlocks implements QuotaBlocks {
  private final QuotaBlocks blocks;
  private final Map<CallId, PersonId> owners = new HashMap<>();
  private final Set<PersonId> failing = new HashSet<>();
  private boolean cut;
  private boolean exhausted;
  private Runnable meanwhile = () -> {};
  private int vain;
  private @Nullable Runnable away;

  BrittleBlocks(QuotaBlocks blocks) {
    this.blocks = blocks;
  }

  /// What is written down next is kept, and nobody is told so.
  void cutOnce() {
    cut = true;
  }

  /// From now on nothing can be written down, and it takes that to find out.
  void goAway(Runnable waiting) {
    away = waiting;
  }

  /// How often somebody wanted to write down what could not be.
  int vain() {
    return vain;
  }

  /// What happens once while something is being written down.
  void meanwhile(Runnable step) {
    meanwhile = step;
  }

  /// None can be taken until told otherwise.
  void giveNone() {
    exhausted = true;
  }

  void giveAgain() {
    exhausted = false;
  }

  /// How many were asked for.
  int asked() {
    return owners.size();
  }

  void failFor(PersonId person) {
    failing.add(person);
  }

  void failNoMore() {
    failing.clear();
  }

  @Override
  public Taking take(TenantScope scope, Request request) {
    owners.put(request.block(), request.person());
    if (exhausted) {
      throw new Unavailable("the database", new IllegalStateException("no connection"));
    }
    return blocks.take(scope, request);
  }

  @Override
  public Spending spend(TenantScope scope, CallId block, List<Spent> calls, Instant leaseEnds) {
    if (failing.contains(owners.get(block))) {
      throw new IllegalStateException("a statement failed");
    }
    if (away != null) {
      away.run();
      vain++;
      throw new Unavailable("the database", new IllegalStateException("no connection"));
    }
    Runnable step = meanwhile;
    meanwhile = () -> {};
    step.run();
    Spending spending = blocks.spend(scope, block, calls, leaseEnds);
    if (cut) {
      cut = false;
      throw new Unavailable("the database", new IllegalStateException("cut off at the commit"));
    }
    return spending;
  }

  @Override
  public void close(TenantScope scope, CallId block) {
    blocks.close(scope, block);
  }
}
