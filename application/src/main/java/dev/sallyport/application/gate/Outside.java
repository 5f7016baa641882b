package dev.sallyport.application.gate;

import dev.sallyport.application.port.out.Taints;
import dev.sallyport.application.port.out.Taints.Mark;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.taint.Taint;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.SourceText;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.SealContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What grants have read from outside, stored before the answer is given.
final class Outside {
  private static final int REMEMBERED = 20_000;

  private final Taints taints;
  private final Persons persons;
  // what is stored already need not be stored again with every read
  private final Map<Noted, Instant> noted = new ConcurrentHashMap<>();

  Outside(Taints taints, Persons persons) {
    this.taints = taints;
    this.persons = persons;
  }

  /// Notes what was read, before anybody gets to see it.
  void note(TenantScope scope, Grant grant, Provenance read, Instant at, Duration lasting) {
    List<Mark> news =
        marks(grant, read, at, lasting).stream().filter(mark -> isNews(grant, mark)).toList();
    if (!news.isEmpty()) {
      taints.note(scope, grant.id(), news);
      remember(grant, news);
    }
  }

  /// The same within a unit. It may be undone, so nothing is remembered of it.
  void noteWithinUnit(
      TenantScope scope, Grant grant, Provenance read, Instant at, Duration lasting) {
    List<Mark> marks = marks(grant, read, at, lasting);
    if (!marks.isEmpty()) {
      taints.note(scope, grant.id(), marks);
    }
  }

  private List<Mark> marks(Grant grant, Provenance read, Instant at, Duration lasting) {
    List<Source> outside = Taint.outside(read, grant.trusted());
    return outside.isEmpty() ? List.of() : marks(grant, outside, at, lasting);
  }

  private List<Mark> marks(Grant grant, List<Source> outside, Instant at, Duration lasting) {
    // whole minutes, and never less than asked for
    Instant until = at.plus(lasting).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return outside.stream()
        .map(SourceText::of)
        .map(text ->
            new Mark(
                persons.pseudonym(grant.person(), namesOf(grant), text),
                persons.seal(grant.person(), textsOf(grant), text),
                until))
        .toList();
  }

  private boolean isNews(Grant grant, Mark mark) {
    return mark.until().isAfter(noted.getOrDefault(Noted.of(grant, mark), Instant.MIN));
  }

  /// What still counts against a send.
  Taint of(TenantScope scope, Grant grant, Instant at) {
    List<Mark> marks = taints.of(scope, grant.id(), at, Taint.REMEMBERED + 1);
    Taint taint = Taint.NONE;
    for (Mark mark : marks) {
      Optional<Source> source =
          persons.open(grant.person(), textsOf(grant), mark.sealed()).flatMap(SourceText::read);
      // what cannot be read any more was somebody else's all the same
      taint =
          source.isPresent()
              ? taint.with(source.get(), mark.until())
              : taint.withUnknown(mark.until());
    }
    return taint;
  }

  private void remember(Grant grant, List<Mark> news) {
    if (noted.size() + news.size() > REMEMBERED) {
      noted.clear();
    }
    news.forEach(mark -> noted.put(Noted.of(grant, mark), mark.until()));
  }

  private static SealContext namesOf(Grant grant) {
    return SealContext.of("taint-name", grant.organization(), grant.id().value());
  }

  private static SealContext textsOf(Grant grant) {
    return PersonalPart.TAINT_SOURCE.of(grant.organization(), grant.id().value());
  }

  private record Noted(String grant, Pseudonym source) {
    static Noted of(Grant grant, Mark mark) {
      return new Noted(grant.id().value(), mark.source());
    }
  }
}
