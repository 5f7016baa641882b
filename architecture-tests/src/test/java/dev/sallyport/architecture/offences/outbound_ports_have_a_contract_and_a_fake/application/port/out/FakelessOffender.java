package dev.sallyport.architecture.offences.outbound_ports_have_a_contract_and_a_fake.application.port.out;

interface FakelessOffender {}
