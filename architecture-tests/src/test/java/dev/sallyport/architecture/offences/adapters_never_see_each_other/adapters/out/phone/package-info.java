/// Made for the trial of `ADAPTERS_NEVER_SEE_EACH_OTHER`.
@NullMarked
package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.out.phone;

import org.jspecify.annotations.NullMarked;
