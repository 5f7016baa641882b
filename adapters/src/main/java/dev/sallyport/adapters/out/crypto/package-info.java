/// Keys, and what is sealed and signed with them: the JDK's own ciphers and nothing else.
@NullMarked
package dev.sallyport.adapters.out.crypto;

import org.jspecify.annotations.NullMarked;
