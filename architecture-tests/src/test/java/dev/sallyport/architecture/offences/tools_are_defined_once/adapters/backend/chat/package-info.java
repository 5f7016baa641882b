/// Made for the trial of `TOOLS_ARE_DEFINED_ONCE`.
@NullMarked
package dev.sallyport.architecture.offences.tools_are_defined_once.adapters.backend.chat;

import org.jspecify.annotations.NullMarked;
