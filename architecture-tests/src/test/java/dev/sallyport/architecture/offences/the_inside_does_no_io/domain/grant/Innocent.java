package dev.sallyport.architecture.offences.the_inside_does_no_io.domain.grant;

import java.net.URI;

record Innocent(URI redirect) {}
