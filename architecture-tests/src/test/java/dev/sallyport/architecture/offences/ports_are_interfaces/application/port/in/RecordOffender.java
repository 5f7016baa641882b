package dev.sallyport.architecture.offences.ports_are_interfaces.application.port.in;

record RecordOffender() {}
