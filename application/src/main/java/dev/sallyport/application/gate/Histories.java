package dev.sallyport.application.gate;

import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.Spending.Outlook;
import dev.sallyport.domain.policy.History;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Footprint.Where;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.SourceText;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.SealContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What went through a grant before, for those calls whose decision depends on it: sends.
final class Histories {
  private final Spending spending;
  private final Outside outside;
  private final Persons persons;

  Histories(Spending spending, Outside outside, Persons persons) {
    this.spending = spending;
    this.outside = outside;
    this.persons = persons;
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  History before(Call<?, ?> call, Footprint footprint, Set<Pseudonym> audience) {
    if (footprint.effect() != Effect.SEND) {
      return History.NONE;
    }
    Outlook outlook =
        spending.foresee(
            call.scope(), call.caller().grant(), day(call.at()), footprint.sends(), audience);
    return new History(
        outlook.today(),
        outlook.call(),
        outside.of(call.scope(), call.entitled().grant(), call.at()),
        call.entitled().taint().mode());
  }

  /// Whom a send reaches, under names that only this person's key can make. Who reads a place
  /// counts as one.
  Set<Pseudonym> audience(Call<?, ?> call, Footprint footprint) {
    if (footprint.effect() != Effect.SEND) {
      return Set.of();
    }
    SealContext context =
        SealContext.of("recipient", call.scope().organization(), call.caller().grant().value());
    return texts(footprint)
        .map(text -> persons.pseudonym(call.caller().person(), context, text))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How a recipient is written before it is made unreadable.
  static String text(Recipient recipient) {
    return recipient.kind() + ":" + recipient.address();
  }

  private static Stream<String> texts(Footprint footprint) {
    return footprint.recipients().isEmpty() ? places(footprint) : recipients(footprint);
  }

  static Stream<String> recipients(Footprint footprint) {
    return footprint.recipients().stream().map(Histories::text);
  }

  static Stream<String> places(Footprint footprint) {
    return footprint.where() instanceof Where.Named(Set<Place> places)
        ? places.stream().map(SourceText::place)
        : Stream.of("nowhere");
  }
}
