/// What is done with all that is kept of one person.
@NullMarked
package dev.sallyport.application.person;

import org.jspecify.annotations.NullMarked;
