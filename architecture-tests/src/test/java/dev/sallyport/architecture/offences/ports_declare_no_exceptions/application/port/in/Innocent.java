package dev.sallyport.architecture.offences.ports_declare_no_exceptions.application.port.in;

interface Innocent {
  void send();
}
