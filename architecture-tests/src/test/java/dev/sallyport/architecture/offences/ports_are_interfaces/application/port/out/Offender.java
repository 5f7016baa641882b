package dev.sallyport.architecture.offences.ports_are_interfaces.application.port.out;

abstract class Offender {
  abstract void send();
}
