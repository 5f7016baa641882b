/// Made for the trial of `IMPLEMENTATIONS_HONOUR_THE_CONTRACT`.
@NullMarked
package dev.sallyport.architecture.offences.implementations_honour_the_contract.application.port.out;

import org.jspecify.annotations.NullMarked;
