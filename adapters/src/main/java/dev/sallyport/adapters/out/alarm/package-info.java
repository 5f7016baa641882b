/// Alarms, as lines of the log.
@NullMarked
package dev.sallyport.adapters.out.alarm;

import org.jspecify.annotations.NullMarked;
