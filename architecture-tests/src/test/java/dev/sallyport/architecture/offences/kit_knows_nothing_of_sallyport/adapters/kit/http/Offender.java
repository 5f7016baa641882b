package dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.adapters.kit.http;

import dev.sallyport.architecture.offences.kit_knows_nothing_of_sallyport.domain.grant.Grant;

record Offender(Grant grant) {}
