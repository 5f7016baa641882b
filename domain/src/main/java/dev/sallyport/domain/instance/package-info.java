/// Which house this is: its data's identity and the running process.
@NullMarked
package dev.sallyport.domain.instance;

import org.jspecify.annotations.NullMarked;
