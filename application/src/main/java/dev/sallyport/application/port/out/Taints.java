package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Outside sources that grants have read.
public interface Taints {
  /// Notes sources, each at least until its time: one that is noted for longer stays so.
  void note(TenantScope scope, GrantId grant, List<Mark> marks);

  /// Those that still count, the latest to end first.
  List<Mark> of(TenantScope scope, GrantId grant, Instant at, int most);

  /// A source that nobody can read without the person's key.
  ///
  /// @param source stands for it, so that one source is noted once
  /// @param sealed the source itself
  record Mark(Pseudonym source, Sealed sealed, Instant until) {
    public Mark {
      Objects.requireNonNull(source);
      Objects.requireNonNull(sealed);
      Objects.requireNonNull(until);
    }
  }
}
