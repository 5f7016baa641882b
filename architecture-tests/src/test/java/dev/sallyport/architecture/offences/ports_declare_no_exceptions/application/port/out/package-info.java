/// Made for the trial of `PORTS_DECLARE_NO_EXCEPTIONS`.
@NullMarked
package dev.sallyport.architecture.offences.ports_declare_no_exceptions.application.port.out;

import org.jspecify.annotations.NullMarked;
