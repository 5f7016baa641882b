package dev.sallyport.architecture.offences.every_package_is_null_marked.unmarked;

final class Offender {}
