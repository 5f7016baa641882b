package dev.sallyport.architecture.offences.no_impl_no_manager_no_util.domain.grant;

final class InnocentDatabase {}
