/// Made for the trial of `OUTBOUND_PORTS_HAVE_A_CONTRACT_AND_A_FAKE`.
@NullMarked
package dev.sallyport.architecture.offences.outbound_ports_have_a_contract_and_a_fake.application.port.out;

import org.jspecify.annotations.NullMarked;
