package dev.sallyport.domain.content;

import java.net.URI;
import java.util.Objects;

/// What a tool needs to hear from the other end before it can go on.
public sealed interface Question {
  Kind kind();

  /// A form for the person. It never asks for a secret, and its answer is never an approval.
  ///
  /// @param schema the JSON Schema of a flat object
  record Form(String message, String schema) implements Question {
    public Form {
      Objects.requireNonNull(message);
      Objects.requireNonNull(schema);
    }

    @Override
    public Kind kind() {
      return Kind.FORM;
    }
  }

  /// A page that the person opens in a browser, where they are asked under their own sign-in.
  record Page(String message, URI url) implements Question {
    public Page {
      Objects.requireNonNull(message);
      Objects.requireNonNull(url);
    }

    @Override
    public Kind kind() {
      return Kind.PAGE;
    }
  }

  /// A text that the client's own model is to write. The protocol is about to drop it.
  ///
  /// @param request the protocol's own JSON
  record Sampling(String request) implements Question {
    public Sampling {
      Objects.requireNonNull(request);
    }

    @Override
    public Kind kind() {
      return Kind.SAMPLING;
    }
  }

  /// Which folders the client works in. The protocol is about to drop it.
  record Roots() implements Question {
    @Override
    public Kind kind() {
      return Kind.ROOTS;
    }
  }

  /// What a client has to be able to do to be asked.
  enum Kind {
    FORM,
    PAGE,
    SAMPLING,
    ROOTS
  }
}
