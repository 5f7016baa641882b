/// What was decided and done, in a form that shows whether anybody changed it.
@NullMarked
package dev.sallyport.domain.ledger;

import org.jspecify.annotations.NullMarked;
