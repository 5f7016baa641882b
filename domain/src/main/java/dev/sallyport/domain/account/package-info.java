/// A person's link to a backend: whose it is and the sealed credential.
@NullMarked
package dev.sallyport.domain.account;

import org.jspecify.annotations.NullMarked;
