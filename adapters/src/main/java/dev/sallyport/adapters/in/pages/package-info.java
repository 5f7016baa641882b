/// The people's door: pages, their style sheet, and what is said when something goes wrong.
@NullMarked
package dev.sallyport.adapters.in.pages;

import org.jspecify.annotations.NullMarked;
