/// The one way to a backend: find, check, limit, decide, claim, act, guard, settle.
@NullMarked
package dev.sallyport.application.gate;

import org.jspecify.annotations.NullMarked;
