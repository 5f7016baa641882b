/// The only place that knows all: it reads the settings, joins the rings and runs them.
@NullMarked
package dev.sallyport.bootstrap;

import org.jspecify.annotations.NullMarked;
