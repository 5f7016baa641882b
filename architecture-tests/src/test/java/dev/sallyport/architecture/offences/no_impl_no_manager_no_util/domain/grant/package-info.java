/// Made for the trial of `NO_IMPL_NO_MANAGER_NO_UTIL`.
@NullMarked
package dev.sallyport.architecture.offences.no_impl_no_manager_no_util.domain.grant;

import org.jspecify.annotations.NullMarked;
