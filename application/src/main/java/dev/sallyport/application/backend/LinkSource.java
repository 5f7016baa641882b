package dev.sallyport.application.backend;

import java.util.Objects;
import java.util.Optional;

/// Where the gateway's addresses of single things lead. Following one is a call like any other, of
/// a tool without a place in the list.
public interface LinkSource {
  /// Answers [Outcome.NotThere] for what is not there, and for what is out of reach in the same
  /// words.
  ReadTool<Address, Target> follower();

  /// What an address says, word for word.
  record Address(String backend, String kind, String id) {
    public Address {
      Objects.requireNonNull(backend);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(id);
    }
  }

  /// Where the backend itself shows it, if it does.
  record Target(Optional<String> page) {
    public Target {
      Objects.requireNonNull(page);
    }

    /// Without what somebody's system is called.
    @Override
    public String toString() {
      return "Target[…]";
    }
  }
}
