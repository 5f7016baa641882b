/// What is remembered of bearers of tokens, so that none is looked up twice.
@NullMarked
package dev.sallyport.application.bearer;

import org.jspecify.annotations.NullMarked;
