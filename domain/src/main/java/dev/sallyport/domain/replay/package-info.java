/// Decisions as the ledger keeps them: written down, read back, and decided again under other
/// rules.
@NullMarked
package dev.sallyport.domain.replay;

import org.jspecify.annotations.NullMarked;
