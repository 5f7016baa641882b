package dev.sallyport.architecture.offences.records_copy_what_they_hold.domain.grant;

import java.util.List;

record Offender(List<String> scopes) {}
