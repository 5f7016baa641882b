package dev.sallyport.architecture.offences.every_class_has_a_home.application;

final class LooseOffender {}
