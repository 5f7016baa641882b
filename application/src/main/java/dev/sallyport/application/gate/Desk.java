package dev.sallyport.application.gate;

import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway;
import dev.sallyport.application.backend.Self;
import dev.sallyport.domain.id.BackendId;

/// Where one call of the gateway's own tools asks what it wants of others.
record Desk(Federation federation, SelfView view, GateAccess outer) implements Gateway {
  @Override
  public Found search(String text, int most) {
    return federation.search(outer, text, most);
  }

  @Override
  public Fetched fetch(BackendId backend, Reference reference) {
    return federation.fetch(outer, backend, reference);
  }

  @Override
  public Self self() {
    return view.of(outer.call());
  }
}
