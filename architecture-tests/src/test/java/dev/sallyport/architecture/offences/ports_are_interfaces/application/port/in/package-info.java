/// Made for the trial of `PORTS_ARE_INTERFACES`.
@NullMarked
package dev.sallyport.architecture.offences.ports_are_interfaces.application.port.in;

import org.jspecify.annotations.NullMarked;
