package dev.sallyport.adapters.in.mcp;

import java.util.List;
import java.util.Optional;

/// The headers that came with a request. Their names are the same in any case.
public interface Headers {
  /// Of what carries messages without any.
  Headers NONE = _ -> List.of();

  /// Every value that came under the name, in order.
  List<String> all(String name);

  /// The one value, without the blanks around it; empty if there is none.
  default Optional<String> first(String name) {
    return all(name).stream().findFirst().map(String::strip);
  }
}
