package dev.sallyport.architecture.offences.every_class_has_a_home.domain.grant;

record Innocent() {}
