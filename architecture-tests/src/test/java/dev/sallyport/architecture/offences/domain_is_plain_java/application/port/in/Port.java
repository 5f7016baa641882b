package dev.sallyport.architecture.offences.domain_is_plain_java.application.port.in;

public interface Port {}
