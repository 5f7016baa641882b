/// Who belongs where: people, organizations, memberships and what each role may do.
@NullMarked
package dev.sallyport.domain.tenancy;

import org.jspecify.annotations.NullMarked;
