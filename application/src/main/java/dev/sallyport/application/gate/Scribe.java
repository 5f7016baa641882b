package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.replay.RecordedCalls;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.SealContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Writes down what was decided and done: ids, labels and hashes in clear, and what is about people
/// sealed under the person's key.
final class Scribe {
  private static final int ID_BYTES = 10;

  // leaves room for the envelope, and for saying what was left out
  private static final int MOST_PERSONAL = Personal.LONGEST - 512;

  private final Persons persons;
  private final Randomness randomness;

  Scribe(Persons persons, Randomness randomness) {
    this.persons = persons;
    this.randomness = randomness;
  }

  /// A call that a policy decided.
  Filing decided(Kind kind, Call<?, ?> call, ToolCall asked, Decision decision, String policy) {
    return decided(kind, call, asked, decision, policy, Facts.none());
  }

  Filing decided(
      Kind kind, Call<?, ?> call, ToolCall asked, Decision decision, String policy, Facts besides) {
    Facts facts = ids(RecordedCalls.draft(asked, decision, policy), call).tell(besides).facts();
    EntryId id = newId(call.at());
    return filing(id, call, kind, facts, personal(id, call, asked.footprint()));
  }

  /// A call that was denied before anybody asked what it would touch.
  Filing denied(Call<?, ?> call, Decision.Deny denial, String policy) {
    Facts facts = ids(RecordedCalls.draft(call.request(), denial, policy), call).facts();
    return filing(newId(call.at()), call, Kind.DENIED, facts, Personal.none());
  }

  /// A call of a name that there is none of. Somebody made the name up, so it is not told.
  Filing unknown(CallId call, Command command, String rule, Instant at) {
    return turnedAway(call, command, rule, at, Facts.none());
  }

  /// A call that got no further than its arguments, or not even to them.
  Filing turnedAway(CallId call, Command command, String rule, Instant at) {
    return turnedAway(
        call, command, rule, at, Facts.none().with(Fact.TOOL, command.tool().value()));
  }

  private Filing turnedAway(CallId call, Command command, String rule, Instant at, Facts besides) {
    Caller caller = command.caller();
    Facts facts =
        Facts.draft()
            .tell(Fact.CALL, call.value())
            .tell(Fact.GRANT, caller.grant().value())
            .tell(Fact.CLIENT, caller.client().value())
            .tell(Fact.DECISION, "deny")
            .tell(Fact.RULE, rule)
            .tell(besides)
            .facts();
    return Filing.of(
        new Entry(
            newId(at), caller.scope().organization(), at, Kind.DENIED, facts, Personal.none()),
        caller.person());
  }

  /// How a claim ended.
  Filing settled(Claim claim, Instant at) {
    Facts facts =
        Facts.draft()
            .tell(Fact.CALL, claim.call().value())
            .tell(Fact.GRANT, claim.key().grant().value())
            .tell(Fact.TOOL, claim.key().tool().value())
            .tell(Fact.BACKEND, claim.backend().value())
            .tell(Fact.CLAIM, claim.id().value())
            .tell(Fact.OUTCOME, claim.state().name().toLowerCase(Locale.ROOT))
            .facts();
    return Filing.of(entry(claim.organization(), at, Kind.SETTLED, facts), claim.person());
  }

  /// An answer that was withheld.
  Filing alarm(Call<?, ?> call) {
    Facts facts =
        ids(Facts.draft(), call)
            .tell(Fact.TOOL, call.offer().name().value())
            .tell(Fact.BACKEND, call.offer().backend().id().value())
            .tell(Fact.REASON, "provenance outside reach")
            .facts();
    return filing(newId(call.at()), call, Kind.ALARM, facts, Personal.none());
  }

  private Entry entry(OrganizationId organization, Instant at, Kind kind, Facts facts) {
    return new Entry(newId(at), organization, at, kind, facts, Personal.none());
  }

  private static Filing filing(
      EntryId id, Call<?, ?> call, Kind kind, Facts facts, Personal personal) {
    return Filing.of(
        new Entry(id, call.scope().organization(), call.at(), kind, facts, personal),
        call.caller().person());
  }

  private static Facts.Draft ids(Facts.Draft draft, Call<?, ?> call) {
    return draft.tell(Fact.CALL, call.id().value()).tell(Fact.GRANT, call.caller().grant().value());
  }

  private Personal personal(EntryId entry, Call<?, ?> call, Footprint footprint) {
    String text = personalText(call.caller().person(), call, footprint);
    return text.isEmpty()
        ? Personal.none()
        : new Personal(
            persons
                .seal(
                    call.caller().person(),
                    PersonalPart.LEDGER_ENTRY.of(call.scope().organization(), entry.value()),
                    text)
                .envelope());
  }

  private String personalText(PersonId person, Call<?, ?> call, Footprint footprint) {
    List<String> lines = new ArrayList<>();
    for (Recipient recipient : footprint.recipients()) {
      lines.add("to=" + name(person, call, recipient) + "/" + recipient.region());
    }
    if (footprint.where() instanceof Footprint.Where.Named(var named)) {
      for (Place place : named) {
        switch (place) {
          case Place.InPrivate hidden -> lines.add("in=" + hidden.lies().value());
          case Place.InSpace space when !call.entitled().grant().reaches(space) ->
              lines.add("space=" + space.space().value());
          case Place.InSpace _ -> {}
        }
      }
    }
    Collections.sort(lines);
    return fitting(lines);
  }

  /// As many lines as an entry holds, and how many there were besides.
  private static String fitting(List<String> lines) {
    var text = new StringBuilder();
    int left = MOST_PERSONAL;
    for (int i = 0; i < lines.size(); i++) {
      left -= lines.get(i).getBytes(StandardCharsets.UTF_8).length + 1;
      if (left < 0) {
        return text.append("more=").append(lines.size() - i).toString();
      }
      text.append(lines.get(i)).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private String name(PersonId person, Call<?, ?> call, Recipient recipient) {
    return persons
        .pseudonym(
            person,
            SealContext.of("recipient", call.scope().organization(), call.caller().grant().value()),
            Histories.text(recipient))
        .hex();
  }

  private EntryId newId(Instant at) {
    return EntryId.of(at, randomness.bytes(ID_BYTES));
  }
}
