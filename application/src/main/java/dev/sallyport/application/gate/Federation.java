package dev.sallyport.application.gate;

import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.DocumentSource.Hit;
import dev.sallyport.application.backend.DocumentSource.Hits;
import dev.sallyport.application.backend.DocumentSource.Query;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway.Fetched;
import dev.sallyport.application.backend.Gateway.Found;
import dev.sallyport.application.backend.Gateway.LeftOut;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.gate.Errand.End;
import dev.sallyport.application.gate.Workers.Waiting;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/// Sends one call's errands to many backends at once, and makes one answer of what comes back in
/// time.
final class Federation {
  /// How long a backend may take, however long the caller would wait.
  static final Duration LONGEST = Duration.ofSeconds(8);

  private final Documents documents;
  private final Errands errands;
  private final Workers workers;
  private final InstantSource clock;

  Federation(Documents documents, Errands errands, Workers workers, InstantSource clock) {
    this.documents = documents;
    this.errands = errands;
    this.workers = workers;
    this.clock = clock;
  }

  Found search(GateAccess outer, String text, int most) {
    Instant deadline = deadline(outer);
    List<Underway<Hits>> all = new ArrayList<>();
    var tally = new Tally(most);
    try {
      for (Documents.Shelf shelf : documents.all()) {
        all.add(start(outer, shelf.search(), new Query(text, most), deadline));
      }
      all.forEach(one -> tally.add(one.backend, await(one, deadline)));
    } finally {
      all.forEach(one -> one.sender.leaves());
    }
    return tally.found(text);
  }

  Fetched fetch(GateAccess outer, BackendId backend, Reference reference) {
    Optional<Documents.Shelf> shelf = documents.of(backend);
    if (shelf.isEmpty()) {
      return new Fetched.NotThere();
    }
    Instant deadline = deadline(outer);
    Underway<Document> one = start(outer, shelf.get().fetch(), reference, deadline);
    try {
      return told(shelf.get(), await(one, deadline));
    } finally {
      one.sender.leaves();
    }
  }

  private static Fetched told(Documents.Shelf shelf, End<Document> end) {
    return switch (end) {
      case End.Told<Document>(Document document, Provenance provenance) ->
          new Fetched.There(shelf.shown(document), provenance);
      // what is out of reach sounds like what there is not
      case End.Hidden<Document> _, End.Denied<Document> _ -> new Fetched.NotThere();
      case End.Unapproved<Document>(String reason) -> new Fetched.NotNow(reason);
      case End.Failed<Document>(String reason, Retry retry) ->
          retry == Retry.SAFE ? new Fetched.NotNow(reason) : new Fetched.NotThere();
    };
  }

  /// A quarter of the time that is left is for telling what came of it.
  private Instant deadline(GateAccess outer) {
    Instant now = clock.instant();
    Duration share = Duration.between(now, outer.deadline()).multipliedBy(3).dividedBy(4);
    return now.plus(share.compareTo(LONGEST) < 0 ? share : LONGEST);
  }

  private <I, O> Underway<O> start(
      GateAccess outer, Errand<I, O> errand, I input, Instant deadline) {
    var sender = new Sender(outer);
    Future<End<O>> end =
        workers.start(() ->
            errands.run(errand, input, outer.call().id(), sender.sends(errand.offer(), deadline)));
    return new Underway<>(errand.backend(), sender, end);
  }

  private <O> End<O> await(Underway<O> one, Instant deadline) {
    return switch (workers.await(one.end, deadline)) {
      case Waiting.Ended<End<O>>(End<O> end) -> end;
      case Waiting.TimeOver<End<O>>(), Waiting.Left<End<O>>() -> {
        one.sender.leaves();
        yield new End.Failed<>(Errands.LATE, Retry.SAFE);
      }
    };
  }

  private record Underway<O>(BackendId backend, Sender sender, Future<End<O>> end) {}

  /// What came back so far.
  private static final class Tally {
    private final int most;
    private final Map<BackendId, List<Hit>> found = new HashMap<>();
    private final List<LeftOut> left = new ArrayList<>();
    private final Set<Source> sources = new LinkedHashSet<>();
    private volatile boolean complete = true;

    Tally(int most) {
      this.most = most;
    }

    void add(BackendId backend, End<Hits> end) {
      switch (end) {
        case End.Told<Hits>(Hits hits, Provenance provenance) -> {
          found.put(backend, hits.hits().stream().limit(most).toList());
          sources.addAll(provenance.sources());
          if (!hits.complete() || hits.hits().size() > most) {
            complete = false;
          }
        }
        case End.Hidden<Hits> _ -> {}
        case End.Denied<Hits>(String reason) -> leaveOut(backend, reason);
        case End.Unapproved<Hits>(String reason) -> leaveOut(backend, reason);
        case End.Failed<Hits>(String reason, Retry _) -> leaveOut(backend, reason);
      }
    }

    private void leaveOut(BackendId backend, String reason) {
      left.add(new LeftOut(backend, reason));
      complete = false;
    }

    Found found(String text) {
      return new Found(
          Merging.of(text, found, most), left, complete, new Provenance(List.copyOf(sources)));
    }
  }
}
