/// Redis, where one is configured.
@NullMarked
package dev.sallyport.adapters.out.redis;

import org.jspecify.annotations.NullMarked;
