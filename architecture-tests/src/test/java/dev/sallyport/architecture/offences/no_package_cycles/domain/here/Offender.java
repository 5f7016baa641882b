package dev.sallyport.architecture.offences.no_package_cycles.domain.here;

import dev.sallyport.architecture.offences.no_package_cycles.domain.there.OtherOffender;

public record Offender(OtherOffender there) {}
