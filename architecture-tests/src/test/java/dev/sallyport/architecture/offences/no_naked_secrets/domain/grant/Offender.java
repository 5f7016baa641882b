package dev.sallyport.architecture.offences.no_naked_secrets.domain.grant;

record Offender(String refreshToken) {}
