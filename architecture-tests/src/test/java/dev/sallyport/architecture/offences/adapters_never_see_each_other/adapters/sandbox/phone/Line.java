package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.sandbox.phone;

public final class Line {}
