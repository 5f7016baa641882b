package dev.sallyport.architecture.offences.outbound_ports_have_a_contract_and_a_fake.application.port.out;

import org.junit.jupiter.api.Test;

abstract class FakelessOffenderContract {
  @Test
  void a_test() {}
}
