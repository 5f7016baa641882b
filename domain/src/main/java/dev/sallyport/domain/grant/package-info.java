/// What one person allowed one client: the root of every permission.
@NullMarked
package dev.sallyport.domain.grant;

import org.jspecify.annotations.NullMarked;
