/// Made for the trial of `NO_FIELD_INJECTION`.
@NullMarked
package dev.sallyport.architecture.offences.no_field_injection.adapters.in.pages;

import org.jspecify.annotations.NullMarked;
