/// The other side, for tests: real PostgreSQL and Redis, and a wire that can be cut.
@NullMarked
package dev.sallyport.adapters.testbed;

import org.jspecify.annotations.NullMarked;
