package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.ledger.Fault;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the log what waits for a seal and cannot be sealed: each once, and a few at most, because
/// the sealer comes by twice a second.
final class PassedOver {
  private static final Logger LOG = LoggerFactory.getLogger(PassedOver.class);
  private static final int MOST = 5;

  private final Set<Fault> told = new HashSet<>();

  synchronized void tell(Fault fault) {
    if (told.size() > MOST || !told.add(fault)) {
      return;
    }
    if (told.size() <= MOST) {
      LOG.warn("Not sealed, the rest is: {}; see `sallyport audit verify`", fault.told());
    } else {
      LOG.warn("Not sealed, the rest is: more than these; see `sallyport audit verify`");
    }
  }
}
