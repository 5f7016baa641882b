package dev.sallyport.architecture.offences.ports_are_interfaces.application.port.in;

interface Innocent {
  void send(Letter letter);

  record Letter() {}
}
