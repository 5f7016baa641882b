package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.ReviewApprovals;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.OpenKey;
import dev.sallyport.application.port.out.Vault.Opening;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Opens each text with the key of the person who is asked, so that nobody else gets to read one.
public final class ReviewApprovalsService implements ReviewApprovals {
  private final Approvals approvals;
  private final PersonKeys keys;
  private final Vault vault;
  private final InstantSource clock;

  public ReviewApprovalsService(
      Approvals approvals, PersonKeys keys, Vault vault, InstantSource clock) {
    this.approvals = approvals;
    this.keys = keys;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public List<Question> open(Caller caller) {
    List<Approval> open = approvals.open(caller.scope(), caller.person(), clock.instant());
    return open.isEmpty() ? List.of() : opened(caller, open);
  }

  private List<Question> opened(Caller caller, List<Approval> open) {
    Optional<OpenKey> key = keyOf(caller.person());
    return open.stream()
        .map(approval ->
            new Question(
                approval,
                key.flatMap(it ->
                    approvals
                        .text(caller.scope(), approval.id())
                        .flatMap(text -> read(it, approval, text)))))
        .toList();
  }

  private Optional<OpenKey> keyOf(PersonId person) {
    return keys.keyOf(person) instanceof Holding.Present(var wrapped)
            && vault.unlock(wrapped, new Lock.ServerSealed(), SealContext.ofKey(person))
                instanceof Unlocking.Unlocked(OpenKey key)
        ? Optional.of(key)
        : Optional.empty();
  }

  private static Optional<String> read(OpenKey key, Approval approval, Sealed text) {
    return key.open(approval.textContext(), text) instanceof Opening.Opened(var plain)
        ? Optional.of(new String(plain.toArray(), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
