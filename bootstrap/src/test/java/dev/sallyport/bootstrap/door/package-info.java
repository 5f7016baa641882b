/// What the door for assistants does with everything that can come to it, over real connections.
@NullMarked
package dev.sallyport.bootstrap.door;

import org.jspecify.annotations.NullMarked;
