package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.vault.Sealed;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts questions to the person of a grant, each bound to exactly one call.
final class Approving {
  /// How long a person may take, and the call may be made again.
  static final Duration LIFETIME = Duration.ofMinutes(30);

  private static final int ID_BYTES = 16;

  private final Approvals approvals;
  private final Ledger ledger;
  private final UnitOfWork units;
  private final Persons persons;
  private final Scribe scribe;
  private final Randomness randomness;

  Approving(
      Approvals approvals,
      Ledger ledger,
      UnitOfWork units,
      Persons persons,
      Scribe scribe,
      Randomness randomness) {
    this.approvals = approvals;
    this.ledger = ledger;
    this.units = units;
    this.persons = persons;
    this.scribe = scribe;
    this.randomness = randomness;
  }

  /// What the person said to exactly this, if it can still be used.
  Optional<Approval> given(Call<?, ?> call, Footprint footprint) {
    return approvals
        .about(
            call.scope(),
            call.caller().grant(),
            call.offer().name(),
            binding(call, footprint),
            call.at())
        .filter(approval -> approval.state() == Approval.State.APPROVED);
  }

  /// Asks, unless the same question is open. Nothing else is kept of the call.
  Outcome ask(Call<?, ?> call, ToolCall asked, Decision.Ask because, String policy) {
    Approval question = question(call, asked.footprint(), because);
    // before the unit: what is undone with it must not be the key that was made for this
    Sealed text =
        persons.seal(
            call.caller().person(), question.textContext(), shown(call, asked.footprint()));
    Approval put =
        units.run(
            call.scope(),
            () -> {
              Approval stored = approvals.ask(call.scope(), question, text);
              Facts about = Facts.none().with(Fact.APPROVAL, stored.id().value());
              ledger.append(
                  call.scope(), scribe.decided(Kind.ASKED, call, asked, because, policy, about));
              return new Keep<>(stored);
            });
    return new Outcome.ApprovalNeeded(put.id(), because.rule(), because.reason(), put.expiresAt());
  }

  private Approval question(Call<?, ?> call, Footprint footprint, Decision.Ask because) {
    return new Approval(
        ApprovalId.of(randomness.bytes(ID_BYTES)),
        call.scope().organization(),
        call.caller().person(),
        call.caller().grant(),
        call.offer().name(),
        binding(call, footprint),
        because.rule(),
        Approval.State.ASKED,
        call.at(),
        call.at().plus(LIFETIME));
  }

  private String binding(Call<?, ?> call, Footprint footprint) {
    return persons.keyed(
        call,
        "binding",
        Hash.of(call.offer().name().value(), call.arguments().canonical(), audience(footprint)));
  }

  private static String shown(Call<?, ?> call, Footprint footprint) {
    return call.arguments().canonical() + "\n" + audience(footprint);
  }

  // the places too: what an argument calls "the last thread" may be another one by then
  private static String audience(Footprint footprint) {
    return Stream.concat(Histories.recipients(footprint), Histories.places(footprint))
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
