/// What older revisions of the protocol need besides: a handshake, batches, questions within a
/// stream. Nobody outside knows it, so it can go when they do.
@NullMarked
package dev.sallyport.adapters.in.mcp.legacy;

import org.jspecify.annotations.NullMarked;
