/// What is sent to somebody who waits at one instance, from whichever instance it reached.
@NullMarked
package dev.sallyport.application.post;

import org.jspecify.annotations.NullMarked;
