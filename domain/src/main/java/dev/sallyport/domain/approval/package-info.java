/// A question put to the person of a grant, and the answer.
@NullMarked
package dev.sallyport.domain.approval;

import org.jspecify.annotations.NullMarked;
