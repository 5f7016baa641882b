package dev.sallyport.architecture.offences.records_copy_what_they_hold.domain.grant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

record Innocent(List<String> scopes, Map<String, String> notes, List<Integer> lengths) {
  private static final List<String> NONE = List.of();

  Innocent {
    scopes = List.copyOf(scopes);
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    lengths = lengths.stream().sorted().toList();
  }

  Innocent(String scope) {
    this(NONE, Map.of(), List.of(scope.length()));
  }
}
