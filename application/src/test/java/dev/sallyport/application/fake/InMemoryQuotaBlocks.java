package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.BlockSize;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;

/// Blocks out of the counters of an [InMemoryMeter].
public final class InMemoryQuotaBlocks implements QuotaBlocks {
  private final InMemoryMeter meter;

  public InMemoryQuotaBlocks(InMemoryMeter meter) {
    this.meter = meter;
  }

  @Override
  public Taking take(TenantScope scope, Request request) {
    synchronized (meter) {
      List<Charge> charges = request.charges(scope);
      long left =
          meter.counts(scope, charges).stream()
              .mapToLong(count -> count.charge().ceiling().most() - count.counted())
              .min()
              .orElseThrow();
      int units = (int) BlockSize.of(left, request.wanted());
      if (units < request.needed() || meter.take(scope, charges, units).isPresent()) {
        return new Taking.Scarce();
      }
      meter.blocks.put(
          request.block(),
          new InMemoryMeter.Block(scope, request.person(), charges, units, request.leaseEnds()));
      return new Taking.Taken(units, meter.counts(scope, charges));
    }
  }

  @Override
  public Spending spend(TenantScope scope, CallId id, List<Spent> calls, Instant leaseEnds) {
    synchronized (meter) {
      Runnable undo = meter.snapshot();
      long counted = 0;
      for (Spent call : calls) {
        counted += spend(scope, id, call) ? call.units() : 0;
      }
      InMemoryMeter.Block block = meter.blocks.get(id);
      if (block == null) {
        return new Spending(State.WRITTEN_OFF, counted);
      }
      if (counted > block.units()) {
        undo.run();
        throw new IllegalStateException("more was spent than the block held");
      }
      meter.blocks.put(id, block.with(block.units() - counted, leaseEnds));
      return new Spending(State.OPEN, counted);
    }
  }

  @Override
  public void close(TenantScope scope, CallId id) {
    synchronized (meter) {
      InMemoryMeter.Block block = meter.blocks.remove(id);
      if (block != null) {
        meter.giveBack(scope, block.charges(), block.units());
      }
    }
  }

  private boolean spend(TenantScope scope, CallId id, Spent call) {
    InMemoryMeter.Block block = meter.blocks.get(id);
    if (block == null) {
      return meter.find(id, call.call(), call.tool().value(), call.units());
    }
    var event =
        new InMemoryMeter.Event(
            scope.organization(), block.person(), call.tool().value(), call.units(), block.day());
    return meter.spend(scope, block.charges(), event, call.call());
  }
}
