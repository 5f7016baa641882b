package dev.sallyport.architecture.offences.use_cases_are_named_service.application.port.in;

public interface Ask {}
