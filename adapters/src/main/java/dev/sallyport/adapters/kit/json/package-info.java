/// One strict way to read JSON, for every body that comes from outside.
@NullMarked
package dev.sallyport.adapters.kit.json;

import org.jspecify.annotations.NullMarked;
