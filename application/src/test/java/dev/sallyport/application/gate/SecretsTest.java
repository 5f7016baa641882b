package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.keyed;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.fake.FlatArguments;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.ResultCache.Kept;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A canary in every field")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsTest {
  private static final String TEXT = "canary-text";
  private static final String ANSWER = "canary-answer";
  private static final String CREDENTIAL = "canary-credential";
  private static final String NUMBER = "+15550777000";
  private static final List<String> CANARIES =
      List.of(TEXT, ANSWER, CREDENTIAL, NUMBER, NUMBER.substring(1));

  private final GateBench bench = aGate().linkedTo(CREDENTIAL);
  private final List<Outcome> outcomes = new ArrayList<>();

  @Test
  void is_in_no_entry_of_the_ledger() {
    makeEverySortOfCall();

    assertThat(bench.ledger()).hasSizeGreaterThan(8).allSatisfy(this::isSilent);
  }

  @Test
  void is_in_nothing_that_prints_itself() {
    makeEverySortOfCall();
    Command command = bench.command("messages.send", said("home", TEXT, NUMBER));
    var reading = new FlatArguments().form(bench.chat.tools().getFirst());

    assertThat(outcomes).allSatisfy(outcome -> assertSilent(outcome.toString()));
    assertThat(bench.alarms.raised()).allSatisfy(alarm -> assertSilent(alarm.toString()));
    assertSilent(command.toString());
    assertSilent(reading.read(said("home", TEXT, NUMBER)).toString());
    assertSilent(new Kept(ANSWER, List.of(), Provenance.NONE, GateBench.MORNING).toString());
    assertSilent(
        new Ended(ClaimState.DONE, Optional.of(ANSWER), false, new Outcome.Unavailable())
            .toString());
  }

  @Test
  void is_in_no_outcome_but_the_answer_to_who_asked() {
    makeEverySortOfCall();
    outcomes.clear();
    bench.byAnotherGrant();
    bench.chat.answers("messages.read", bench.chat.done("nothing", "home"));

    outcomes.add(bench.call("messages.read", said("home", "a")));
    outcomes.add(bench.call("messages.send", keyed("key-1", said("home", "a"))));

    assertThat(outcomes)
        .hasOnlyElementsOfType(Outcome.Answered.class)
        .allSatisfy(outcome -> assertSilent(((Outcome.Answered) outcome).json()));
  }

  private void makeEverySortOfCall() {
    bench.chat.answers(
        "messages.read",
        new Done<>(
            new ScriptedBackend.Done(ANSWER),
            new Provenance(
                List.of(
                    new Source(
                        bench.chat.space("home"),
                        new Author.Outside(Recipient.phone(NUMBER, "US")))))));
    String sending = keyed("key-1", said("home", TEXT, NUMBER));
    outcomes.add(bench.call("messages.send", sending));
    outcomes.add(bench.call("messages.send", sending));
    outcomes.add(bench.call("messages.read", said("home", TEXT)));
    outcomes.add(bench.call("messages.read", said("finance", TEXT)));
    outcomes.add(bench.call("messages.send", said("home", TEXT, NUMBER, "+15550001")));
    outcomes.add(bench.call("phone_messages.read", said("home", TEXT)));
    outcomes.add(bench.call("messages.forge", said("home", TEXT)));
    bench.chat.answers("notes.write", bench.chat.done(ANSWER, "finance"));
    outcomes.add(bench.write(TEXT));
    bench.chat.does(
        "messages.peek",
        _ -> {
          throw new IllegalStateException("a bug");
        });
    outcomes.add(bench.call("messages.peek", said("home", TEXT)));
  }

  private void isSilent(Entry entry) {
    assertSilent(new String(entry.toBytes(), StandardCharsets.UTF_8));
    assertSilent(entry.toString());
  }

  private static void assertSilent(String text) {
    assertThat(text).doesNotContain(CANARIES.toArray(String[]::new));
  }
}
