package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.out.chat;

public final class Chat {}
