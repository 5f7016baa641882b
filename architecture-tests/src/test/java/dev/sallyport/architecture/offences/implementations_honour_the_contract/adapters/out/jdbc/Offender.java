package dev.sallyport.architecture.offences.implementations_honour_the_contract.adapters.out.jdbc;

import dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out.Grants;

final class Offender implements Grants {}
