package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.domain.id.OrganizationId;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counts of changes. Many organizations share each, so that memory does not grow with them: what
/// concerns one makes the others look again, which is right and seldom.
final class Stamps {
  private static final int SUBJECTS = Subject.values().length;
  private static final int SHARES = 4_096;

  private final AtomicLongArray shared = new AtomicLongArray(SUBJECTS * SHARES);
  private final AtomicLongArray all = new AtomicLongArray(SUBJECTS);

  long of(OrganizationId organization, Subject subject) {
    // both only ever rise, and so does their sum
    return shared.get(place(organization, subject)) + all.get(subject.ordinal());
  }

  void change(OrganizationId organization, Subject subject) {
    shared.incrementAndGet(place(organization, subject));
  }

  void changeAll(Subject subject) {
    all.incrementAndGet(subject.ordinal());
  }

  private static int place(OrganizationId organization, Subject subject) {
    int hash = organization.hashCode();
    return subject.ordinal() * SHARES + ((hash ^ (hash >>> 16)) & (SHARES - 1));
  }
}
