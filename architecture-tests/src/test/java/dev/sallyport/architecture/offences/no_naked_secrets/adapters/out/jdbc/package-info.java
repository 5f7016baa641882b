/// Made for the trial of `NO_NAKED_SECRETS`.
@NullMarked
package dev.sallyport.architecture.offences.no_naked_secrets.adapters.out.jdbc;

import org.jspecify.annotations.NullMarked;
