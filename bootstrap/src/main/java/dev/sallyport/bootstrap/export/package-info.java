/// The ledger as a file of JSON lines that can be checked far from here.
@NullMarked
package dev.sallyport.bootstrap.export;

import org.jspecify.annotations.NullMarked;
