/// The socket by which a command is carried out in a server that runs.
@NullMarked
package dev.sallyport.bootstrap.control;

import org.jspecify.annotations.NullMarked;
