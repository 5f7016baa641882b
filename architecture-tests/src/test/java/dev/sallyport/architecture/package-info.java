/// The laws of the house, and the trials that prove each of them can fail.
@NullMarked
package dev.sallyport.architecture;

import org.jspecify.annotations.NullMarked;
