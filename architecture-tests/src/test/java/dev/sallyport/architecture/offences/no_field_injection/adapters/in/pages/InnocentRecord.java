package dev.sallyport.architecture.offences.no_field_injection.adapters.in.pages;

import io.micronaut.context.annotation.Property;

record InnocentRecord(@Property(name = "title") String title) {}
