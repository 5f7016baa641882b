package dev.sallyport.application.port.out;

import dev.sallyport.application.backend.Tool;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import java.util.List;

/// One configured system behind the gate.
///
/// One contract per backend covers all of its tools.
public interface Backend {
  BackendId id();

  BackendKind kind();

  /// Whether a person has to link an account before anything can be asked.
  Linking linking();

  /// The same list each time, in the same order.
  List<Tool<?, ?>> tools();

  /// How a backend knows people.
  enum Linking {
    /// By an account of their own.
    PERSONAL,
    /// Not at all: it is ours.
    NONE
  }
}
