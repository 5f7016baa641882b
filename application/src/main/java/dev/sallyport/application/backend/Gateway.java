package dev.sallyport.application.backend;

import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.DocumentSource.Hit;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Provenance;
import java.util.List;
import java.util.Objects;

/// What a tool of the gateway itself may ask of the other backends, for whoever called it.
///
/// Each part is decided like a call of its own, and what it must not tell never gets here. What was
/// told has to be answered with its provenance.
public interface Gateway {
  /// Looks through all that the grant reaches in every backend that can be searched, at once. What
  /// does not answer within some seconds is left out and holds up nothing.
  Found search(String text, int most);

  /// One thing of one backend.
  Fetched fetch(BackendId backend, Reference reference);

  /// Who asks, and how things stand for them.
  Self self();

  /// What was found, the best first.
  ///
  /// @param left what was not looked through, and why; nothing that the grant may not know of
  /// @param complete whether nothing that was to be looked through was denied, failed, was late or
  ///   was cut
  record Found(List<Match> matches, List<LeftOut> left, boolean complete, Provenance provenance) {
    public Found {
      matches = List.copyOf(matches);
      left = List.copyOf(left);
      Objects.requireNonNull(provenance);
    }
  }

  /// One thing that was found, and where.
  record Match(BackendId backend, Hit hit) {
    public Match {
      Objects.requireNonNull(backend);
      Objects.requireNonNull(hit);
    }
  }

  /// A backend that was not looked through.
  ///
  /// @param reason a sentence of ours
  record LeftOut(BackendId backend, String reason) {
    public LeftOut {
      Objects.requireNonNull(backend);
      Objects.requireNonNull(reason);
    }
  }

  /// Whether one thing could be had.
  sealed interface Fetched {
    /// Here it is.
    record There(Document document, Provenance provenance) implements Fetched {
      public There {
        Objects.requireNonNull(document);
        Objects.requireNonNull(provenance);
      }
    }

    /// There is no such thing, or none that the grant may know of.
    record NotThere() implements Fetched {}

    /// The backend is there for this grant, and did not answer.
    ///
    /// @param reason a sentence of ours
    record NotNow(String reason) implements Fetched {
      public NotNow {
        Objects.requireNonNull(reason);
      }
    }
  }
}
