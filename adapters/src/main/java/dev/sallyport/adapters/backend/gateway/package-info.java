/// The gateway's own tools: to search and open whatever a connection reaches, and to ask who it is.
@NullMarked
package dev.sallyport.adapters.backend.gateway;

import org.jspecify.annotations.NullMarked;
