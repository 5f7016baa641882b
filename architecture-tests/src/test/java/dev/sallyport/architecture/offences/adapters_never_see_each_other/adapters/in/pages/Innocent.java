package dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.in.pages;

import dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.in.pages.view.View;
import dev.sallyport.architecture.offences.adapters_never_see_each_other.adapters.kit.http.Pipe;

record Innocent(View ownSubpackage, Pipe kit) {}
