/// Made for the trial of `IMPLEMENTATIONS_HONOUR_THE_CONTRACT`.
@NullMarked
package dev.sallyport.architecture.offences.implementations_honour_the_contract.adapters.backend.chat;

import org.jspecify.annotations.NullMarked;
