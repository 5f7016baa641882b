package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.in.phone;

import dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.sandbox.phone.Line;

record NamesakeOffender(Line line) {}
