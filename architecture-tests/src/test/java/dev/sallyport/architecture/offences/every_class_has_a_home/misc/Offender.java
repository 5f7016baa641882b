package dev.sallyport.architecture.offences.every_class_has_a_home.misc;

final class Offender {}
