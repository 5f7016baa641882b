package dev.sallyport.application.port.out;

import dev.sallyport.application.backend.Tool;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads what callers send into the records that tools take, and writes what tools answer.
///
/// One strict reading serves everything: what is checked, hashed and run are the same values.
public interface Arguments {
  /// Made once for a tool. A tool that changes something also takes an `idempotencyKey`, which it
  /// does not get to see itself.
  <I, O> Form<I, O> form(Tool<I, O> tool);

  /// What one tool takes and answers.
  ///
  /// @param <I> what it takes
  /// @param <O> what it answers
  interface Form<I, O> {
    /// Must read the same text to the same canonical form, however its members are ordered or its
    /// numbers spelled; must refuse what is not one JSON object that fits the schema.
    Reading<I> read(CharSequence json);

    /// The JSON of an answer. That of a tool that changes something says its `status`, which is
    /// `done` unless the answer has a `status` of its own.
    String write(O output);

    /// Where in the schema of what it answers an answer does not fit, as [#write] wrote it; empty
    /// if it fits. Must repeat nothing of the answer.
    List<String> unfit(String answer);

    /// The JSON Schema of what it takes.
    String inputSchema();

    /// The JSON Schema of what it answers. Of a tool that changes something only the `status` is
    /// required, since the gate may have to answer `approval_needed` or `unknown` instead. That of
    /// one that tells whose account this is holds no member that it does not name.
    String outputSchema();

    /// Where its schemas hold a member that says nothing of itself to models, each as
    /// `input/title`. A tool that is listed may have none.
    List<String> undescribed();

    /// Differs whenever a schema does.
    String version();
  }

  /// What was made of a text.
  sealed interface Reading<I> {
    /// It fits.
    ///
    /// @param canonical the one way to write it, without the key
    /// @param idempotencyKey what the caller gave to know the call again
    record Fits<I>(I input, String canonical, Optional<String> idempotencyKey)
        implements Reading<I> {
      public Fits {
        Objects.requireNonNull(input);
        Objects.requireNonNull(canonical);
        Objects.requireNonNull(idempotencyKey);
      }

      /// Without what somebody wrote.
      @Override
      public String toString() {
        return "Fits[…]";
      }
    }

    /// It does not, for these reasons, each naming where.
    record Unfit<I>(List<String> faults) implements Reading<I> {
      public Unfit {
        faults = List.copyOf(faults);
      }
    }
  }
}
