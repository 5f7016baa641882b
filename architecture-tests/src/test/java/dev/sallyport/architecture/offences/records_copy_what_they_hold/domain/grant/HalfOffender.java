package dev.sallyport.architecture.offences.records_copy_what_they_hold.domain.grant;

import java.util.List;
import java.util.Map;

record HalfOffender(List<String> scopes, Map<String, String> notes) {
  HalfOffender {
    scopes = List.copyOf(scopes);
  }
}
