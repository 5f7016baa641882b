/// The door for assistants: one endpoint that speaks the Model Context Protocol.
@NullMarked
package dev.sallyport.adapters.in.mcp;

import org.jspecify.annotations.NullMarked;
