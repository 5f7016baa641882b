/// The one gate as a pure function: rules, what each says of a call, and what they add up to.
@NullMarked
package dev.sallyport.domain.policy;

import org.jspecify.annotations.NullMarked;
