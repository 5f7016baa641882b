/// What tools of a backend are made of, and what they get to see of a call.
@NullMarked
package dev.sallyport.application.backend;

import org.jspecify.annotations.NullMarked;
