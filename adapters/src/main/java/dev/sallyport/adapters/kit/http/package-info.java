/// The edge of the HTTP server: what every connection and answer gets, whatever it is for.
@NullMarked
package dev.sallyport.adapters.kit.http;

import org.jspecify.annotations.NullMarked;
