/// How the house does what doors ask of it.
@NullMarked
package dev.sallyport.application.usecase;

import org.jspecify.annotations.NullMarked;
