package dev.sallyport.architecture.offences.ports_answer_more_than_yes_or_no.application.port.in;

interface BoxedOffender {
  Boolean send();
}
