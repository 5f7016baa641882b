/// What pages show, ready to be written down.
@NullMarked
package dev.sallyport.adapters.in.pages.view;

import org.jspecify.annotations.NullMarked;
