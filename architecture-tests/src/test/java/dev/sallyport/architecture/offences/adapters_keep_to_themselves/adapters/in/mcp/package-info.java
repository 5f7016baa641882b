/// Made for the trial of `ADAPTERS_KEEP_TO_THEMSELVES`.
@NullMarked
package dev.sallyport.architecture.offences.adapters_keep_to_themselves.adapters.in.mcp;

import org.jspecify.annotations.NullMarked;
