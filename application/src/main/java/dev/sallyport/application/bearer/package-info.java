/// What is remembered of bearers of tokens, so that none is looked up twice, and of those who come
/// with nothing good.
@NullMarked
package dev.sallyport.application.bearer;

import org.jspecify.annotations.NullMarked;
