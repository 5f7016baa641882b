package dev.sallyport.architecture.offences.no_package_cycles.domain.one;

import dev.sallyport.architecture.offences.no_package_cycles.domain.one.two.Two;

record Innocent(Two two) {}
