package dev.sallyport.application.sample;

import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.Sealed;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Ids and hashes that no other test of the same run has met, so that tests can share a database.
public final class Fresh {
  private static final AtomicLong NEXT = new AtomicLong();

  private Fresh() {}

  public static TenantScope scope() {
    return new TenantScope(organization());
  }

  public static OrganizationId organization() {
    return new OrganizationId(id());
  }

  public static PersonId person() {
    return new PersonId(id());
  }

  public static GrantId grant() {
    return new GrantId(id());
  }

  public static CallId call() {
    return new CallId(id());
  }

  public static ClaimId claim() {
    return new ClaimId(id());
  }

  public static ApprovalId approval() {
    return new ApprovalId(id());
  }

  /// A hash, as 64 hex digits.
  public static String hash() {
    return "%064x".formatted(NEXT.incrementAndGet());
  }

  public static Pseudonym pseudonym() {
    return Pseudonym.of(hash().getBytes(StandardCharsets.US_ASCII));
  }

  public static Set<Pseudonym> pseudonyms(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> pseudonym())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Bytes that pass for sealed ones.
  public static Sealed sealed() {
    return Sealed.of(hash().getBytes(StandardCharsets.US_ASCII));
  }

  private static String id() {
    return "%032x".formatted(NEXT.incrementAndGet());
  }
}
