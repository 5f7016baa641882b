package dev.sallyport.architecture.offences.ports_answer_more_than_yes_or_no.application.port.in;

interface Innocent {
  Sent send();

  record Sent(boolean again) {}
}
