package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.out.phone;

import dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.out.chat.Chat;

record Offender(Chat chat) {}
