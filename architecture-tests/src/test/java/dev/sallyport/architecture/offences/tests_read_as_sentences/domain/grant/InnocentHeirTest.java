package dev.sallyport.architecture.offences.tests_read_as_sentences.domain.grant;

final class InnocentHeirTest extends InnocentContract {}
