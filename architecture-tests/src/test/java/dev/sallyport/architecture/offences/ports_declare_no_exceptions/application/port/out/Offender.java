package dev.sallyport.architecture.offences.ports_declare_no_exceptions.application.port.out;

import java.io.IOException;

interface Offender {
  void send() throws IOException;
}
