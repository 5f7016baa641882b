package dev.sallyport.architecture.offences.implementations_honour_the_contract.adapters.backend.chat;

import dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out.Grants;

final class UnheldOffender implements Grants {}
