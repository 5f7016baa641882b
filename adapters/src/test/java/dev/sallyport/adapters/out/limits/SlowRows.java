package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.tenancy.TenantScope;

/// Rows during whose reading something else happens.
final class SlowRows implements Meter {
  private final Meter rows;
  private volatile Runnable before = () -> {};
  private volatile Runnable after = () -> {};

  SlowRows(Meter rows) {
    this.rows = rows;
  }

  void before(Runnable happens) {
    before = happens;
  }

  void after(Runnable happens) {
    after = happens;
  }

  @Override
  public Promise reserve(TenantScope scope, Reservation reservation) {
    return rows.reserve(scope, reservation);
  }

  @Override
  public Settling commit(TenantScope scope, CallId call) {
    return rows.commit(scope, call);
  }

  @Override
  public void release(TenantScope scope, CallId call) {
    rows.release(scope, call);
  }

  @Override
  public Usage usage(TenantScope scope, Charge of) {
    before.run();
    Usage usage = rows.usage(scope, of);
    after.run();
    return usage;
  }
}
