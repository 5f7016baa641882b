package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.domain.id.OrganizationId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counts of changes. Many organizations share each, so that memory does not grow with them: what
/// concerns one makes the others look again, which is right and seldom.
final class Stamps {
  private static final int SHARES = 4_096;

  private final Map<Subject, Counts> counts = new EnumMap<>(Subject.class);

  Stamps() {
    for (Subject subject : Subject.values()) {
      counts.put(subject, new Counts(new AtomicLongArray(SHARES), new AtomicLong()));
    }
  }

  long of(OrganizationId organization, Subject subject) {
    Counts of = of(subject);
    // both only ever rise, and so does their sum
    return of.shared().get(share(organization)) + of.all().get();
  }

  void change(OrganizationId organization, Subject subject) {
    of(subject).shared().incrementAndGet(share(organization));
  }

  void changeAll(Subject subject) {
    of(subject).all().incrementAndGet();
  }

  private Counts of(Subject subject) {
    return Objects.requireNonNull(counts.get(subject));
  }

  private static int share(OrganizationId organization) {
    int hash = organization.hashCode();
    return (hash ^ (hash >>> 16)) & (SHARES - 1);
  }

  private record Counts(AtomicLongArray shared, AtomicLong all) {}
}
