package dev.sallyport.application.port.out;

import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.StatedFacts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Reads what an operator wrote into a policy file.
public interface PolicyReader {
  /// Must read strictly: what is not understood is a fault, never a rule that means less. Must tell
  /// every fault at once, and must run the tests that the text carries. Equal texts are equal
  /// policies with equal versions.
  Reading read(byte[] text);

  /// Reads the description of one call, as a test in a policy file has it. A call that says no time
  /// is made at that instant.
  CallReading readCall(byte[] text, Instant at);

  /// What became of a text.
  sealed interface Reading {
    /// Why it must not be put in force; empty if it may.
    List<Fault> faults();

    /// A policy whose own tests pass.
    record Holds(PolicyFile file) implements Reading {
      @Override
      public List<Fault> faults() {
        return List.of();
      }
    }

    /// A policy that does not do what its own tests say.
    record Missed(PolicyFile file, List<PolicyFile.Miss> misses) implements Reading {
      public Missed {
        misses = List.copyOf(misses);
      }

      @Override
      public List<Fault> faults() {
        return misses.stream().map(Fault::of).toList();
      }
    }

    /// No policy.
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// What became of the description of a call.
  sealed interface CallReading {
    /// A call.
    record Described(StatedFacts facts) implements CallReading {}

    /// No call.
    record Faulty(List<Fault> faults) implements CallReading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// One thing wrong with a text: where, what, and what would be right.
  ///
  /// @param line from 1
  /// @param column from 1
  record Fault(int line, int column, String what, String remedy) {
    public Fault {
      Objects.requireNonNull(what);
      Objects.requireNonNull(remedy);
    }

    static Fault of(PolicyFile.Miss miss) {
      return new Fault(
          miss.test().line(),
          1,
          "the test `%s` fails: it expects %s, and the rules say %s"
              .formatted(
                  miss.test().name(),
                  said(miss.test().expected())
                      + miss.test().rule().map(" by `%s`"::formatted).orElse(""),
                  said(PolicyFile.Outcome.of(miss.decided()))
                      + miss.decided().decider().map(" by `%s`"::formatted).orElse("")),
          "correct the rule or the test");
    }

    private static String said(PolicyFile.Outcome outcome) {
      return outcome.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return "%d:%d: %s; %s".formatted(line, column, what, remedy);
    }
  }
}
