package dev.sallyport.architecture.offences.records_copy_what_they_hold.domain.grant;

import java.util.List;

record DetourOffender(List<String> scopes) {
  DetourOffender(List<String> scopes, String another) {
    this(List.copyOf(scopes.subList(0, another.length())));
  }
}
