/// Outbound ports in memory, kept honest by the same contracts as the real adapters.
@NullMarked
package dev.sallyport.application.fake;

import org.jspecify.annotations.NullMarked;
