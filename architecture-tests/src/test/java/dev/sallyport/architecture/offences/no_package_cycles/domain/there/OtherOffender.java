package dev.sallyport.architecture.offences.no_package_cycles.domain.there;

import dev.sallyport.architecture.offences.no_package_cycles.domain.here.Offender;

public interface OtherOffender {
  Offender here();
}
