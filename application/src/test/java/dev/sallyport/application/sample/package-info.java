/// Values that pass every check, for tests to change one fact of.
@NullMarked
package dev.sallyport.application.sample;

import org.jspecify.annotations.NullMarked;
