/// Made for the trial of `SETTINGS_COME_FROM_BOOTSTRAP`.
@NullMarked
package dev.sallyport.architecture.offences.settings_come_from_bootstrap.adapters.out.jdbc;

import org.jspecify.annotations.NullMarked;
