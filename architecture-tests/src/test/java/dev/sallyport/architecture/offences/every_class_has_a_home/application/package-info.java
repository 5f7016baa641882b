/// Made for the trial of `EVERY_CLASS_HAS_A_HOME`.
@NullMarked
package dev.sallyport.architecture.offences.every_class_has_a_home.application;

import org.jspecify.annotations.NullMarked;
