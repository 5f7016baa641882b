package dev.sallyport.architecture.offences.domain_is_plain_java.domain.grant;

import jakarta.inject.Singleton;

@Singleton
final class Offender {}
