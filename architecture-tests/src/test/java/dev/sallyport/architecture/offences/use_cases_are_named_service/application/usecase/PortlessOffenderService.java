package dev.sallyport.architecture.offences.use_cases_are_named_service.application.usecase;

import dev.sallyport.architecture.offences.use_cases_are_named_service.application.port.in.Ask;

final class PortlessOffenderService implements Ask {}
