package dev.sallyport.adapters.in.mcp;

import java.util.List;
import java.util.Optional;

/// The headers that came with a request. Their names are the same in any case.
public interface Headers {
  /// Of what carries messages without any.
  Headers NONE =
      new Headers() {
        @Override
        public List<String> all(String name) {
          return List.of();
        }

        @Override
        public boolean exist() {
          return false;
        }
      };

  /// Of a connection without any, on which that revision was agreed.
  static Headers agreeing(Revision revision) {
    return new Headers() {
      @Override
      public List<String> all(String name) {
        return name.equals(HeaderMirror.VERSION) ? List.of(revision.date()) : List.of();
      }

      @Override
      public boolean exist() {
        return false;
      }
    };
  }

  /// Every value that came under the name, in order.
  List<String> all(String name);

  /// Whether there could be any.
  default boolean exist() {
    return true;
  }

  /// The one value, without the blanks around it; empty if there is none.
  default Optional<String> first(String name) {
    return all(name).stream().findFirst().map(String::strip);
  }
}
