/// Made for the trial of `TOOLS_ARE_DEFINED_ONCE`.
@NullMarked
package dev.sallyport.architecture.offences.tools_are_defined_once.domain.tool;

import org.jspecify.annotations.NullMarked;
