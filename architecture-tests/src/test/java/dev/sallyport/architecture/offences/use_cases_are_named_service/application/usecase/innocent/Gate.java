package dev.sallyport.architecture.offences.use_cases_are_named_service.application.usecase.innocent;

final class Gate {}
