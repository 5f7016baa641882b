package dev.sallyport.architecture.offences.implementations_honour_the_contract.application.fake;

import dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out.Grants;

final class InnocentFake implements Grants {}
