package dev.sallyport.adapters.out.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.PolicyReader;
import dev.sallyport.application.port.out.PolicyReader.CallReading;
import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.application.port.out.PolicyReader.Reading;
import dev.sallyport.application.port.out.PolicyReaderContract;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.policy.Hours;
import dev.sallyport.domain.policy.Match;
import dev.sallyport.domain.policy.OperatorRule;
import dev.sallyport.domain.policy.OperatorRule.Then;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.PolicyFile.Example;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In YAML,")
class YamlPolicyReaderTest extends PolicyReaderContract {
  private static final String RULE =
      """
      rules:
        - name: closed
          deny: Nothing leaves.
          when: {effects: [send]}
      """;

  private static final String EVERYTHING =
      """
      rules:
        - name: quiet-hours
          ask: It is night.
          remedy: Wait for the morning.
          when:
            tools: [phone_*, chat_post]
            backends: [phone]
            effects: [write, send]
            clients: ["https://client.example/metadata"]
            roles: [member]
            plans: [free]
            spaces: ["PN 1"]
            hours: {days: [fri, sat], from: "22:00", to: 06:00, zone: Europe/Berlin}
            over: {recipients: 010}
      """
              .replace("010", "10")
          + """
              unless: {roles: [owner]}
          tests:
            - name: by day
              call:
                tool: phone_send
                backend: phone
                effect: send
                client: assistant
                role: auditor
                plan: pro
                spaces: [a, b]
                at: 2026-01-05T23:30:00+01:00
                amounts: {recipients: 20}
              expect: allow
          """;

  private final PolicyReader reader = new YamlPolicyReader();

  @Override
  protected PolicyReader reader() {
    return reader;
  }

  @Override
  protected byte[] holding() {
    return RULE.getBytes(UTF_8);
  }

  @Override
  protected byte[] missing() {
    return (RULE
            + """
            tests:
              - {name: sends, call: {tool: t, backend: b, effect: send}, expect: allow}
            """)
        .getBytes(UTF_8);
  }

  @Override
  protected byte[] faulty() {
    return "rules: {}\n".getBytes(UTF_8);
  }

  @Override
  protected byte[] call() {
    return "{tool: t, backend: b, effect: read}".getBytes(UTF_8);
  }

  @Test
  void a_rule_with_everything_is_read_as_it_stands() {
    assertThat(rulesOf(EVERYTHING))
        .containsExactly(
            new OperatorRule(
                "quiet-hours",
                Then.ASK,
                new Match(
                    List.of("phone_*", "chat_post"),
                    Set.of(new BackendId("phone")),
                    Set.of(Effect.WRITE, Effect.SEND),
                    Set.of(new ClientId("https://client.example/metadata")),
                    Set.of(Role.MEMBER),
                    Set.of(new PlanId("free")),
                    Set.of(new SpaceId("PN 1")),
                    Optional.of(
                        new Hours(
                            Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                            LocalTime.of(22, 0),
                            LocalTime.of(6, 0),
                            ZoneId.of("Europe/Berlin"))),
                    Map.of("recipients", 10L)),
                Optional.of(
                    new Match(
                        List.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(Role.OWNER),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Map.of())),
                new Reason("quiet_hours", "It is night.", "Wait for the morning."),
                2));
  }

  @Test
  void a_test_with_everything_is_read_as_it_stands() {
    assertThat(fileOf(EVERYTHING).tests())
        .containsExactly(
            new Example(
                "by day",
                new StatedFacts(
                    new ToolName("phone_send"),
                    new BackendId("phone"),
                    Effect.SEND,
                    new ClientId("assistant"),
                    Optional.of(Role.AUDITOR),
                    new PlanId("pro"),
                    Optional.of(Set.of(new SpaceId("a"), new SpaceId("b"))),
                    Instant.parse("2026-01-05T22:30:00Z"),
                    Map.of("recipients", 20L, "units", 1L)),
                Outcome.ALLOW,
                Optional.empty(),
                17));
  }

  @Test
  void a_rule_says_what_can_be_done_even_if_the_operator_did_not() {
    assertThat(rulesOf(RULE).getFirst().reason())
        .isEqualTo(
            new Reason(
                "closed",
                "Nothing leaves.",
                "This is a rule of whoever runs Sallyport: ask them."));
  }

  @Test
  void hours_without_times_are_whole_days() {
    Match when =
        rulesOf(RULE.replace("{effects: [send]}", "{hours: {days: [sun], zone: UTC}}"))
            .getFirst()
            .when();

    assertThat(when.hours())
        .contains(
            new Hours(
                Set.of(DayOfWeek.SUNDAY),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                ZoneId.of("UTC")));
  }

  @Test
  void a_test_can_name_the_rule_that_should_decide() {
    assertThat(
            fileOf(
                    RULE
                        + "tests: [{name: n, call: {tool: t, backend: b, effect: send}, expect:"
                        + " deny, rule: closed}]")
                .tests()
                .getFirst()
                .rule())
        .contains("policy:closed");
  }

  @Test
  void a_call_that_says_little_is_one_that_says_least() {
    assertThat(reader.readCall(call(), AT))
        .isEqualTo(
            new CallReading.Described(
                new StatedFacts(
                    new ToolName("t"),
                    new BackendId("b"),
                    Effect.READ,
                    new ClientId("some-client"),
                    Optional.of(Role.MEMBER),
                    new PlanId("free"),
                    Optional.of(Set.of()),
                    AT,
                    Map.of("recipients", 0L, "units", 1L))));
  }

  @Test
  void the_version_is_the_beginning_of_the_hash_of_the_bytes() {
    assertThat(fileOf(RULE).version()).isEqualTo("sha256:" + "7262d50dad9a582f");
    assertThat(fileOf(RULE + "\n").version()).isNotEqualTo(fileOf(RULE).version());
  }

  @Test
  void the_example_of_the_documentation_holds() throws Exception {
    String page = Files.readString(Path.of("../docs/policy.md"));
    String begin = "<!-- example:begin -->\n```yaml\n";
    int from = page.indexOf(begin) + begin.length();
    PolicyFile file = fileOf(page.substring(from, page.indexOf("```\n", from)));

    assertThat(file.rules()).hasSizeGreaterThan(3);
    assertThat(file.tests()).hasSizeGreaterThan(3);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void a_fault_is_told_with_its_place_and_what_would_be_right(String text, String told) {
    assertThat(reader.read(text.getBytes(UTF_8)).faults())
        .extracting(Fault::toString)
        .containsExactly(told);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            "", "1:1: it is empty; write `rules:`, or remove the setting to run without a policy"),
        Arguments.of(
            "# nothing\n",
            "1:1: it is empty; write `rules:`, or remove the setting to run without a policy"),
        Arguments.of(
            "tests: [{name: n, call: {tool: t, backend: b, effect: read}, expect: allow}]",
            "1:1: `rules` is missing; write some, or remove the setting to run without a policy"),
        Arguments.of("[]", "1:1: a policy is not a mapping; write `key: value` lines"),
        Arguments.of("rules: []", "1:8: `rules` lists nothing; list something or leave it out"),
        Arguments.of(RULE + "rule: 1", "5:1: a policy has no `rule`; did you mean `rules`?"),
        Arguments.of(RULE + "rules: []", "5:1: `rules` is set twice; set it once"),
        Arguments.of(RULE + "tests:\n", "5:1: `tests` has no value; give it one or leave it out"),
        Arguments.of(
            RULE + "  x: [\n",
            "5:3: it is not valid YAML here; check indentation, colons and quotes"),
        Arguments.of(RULE + "---\na: b", "5:1: a second document begins here; write one document"),
        Arguments.of(
            RULE.replace("[send]", "&x [send]"),
            "4:21: `&` names a place to refer to; write it out each time"),
        Arguments.of(
            RULE.replace("[send]", "!!set [send]"),
            "4:21: `!` gives a value a type of its own; leave it out"),
        Arguments.of(
            "rules: [[[[[[[[[[[a]]]]]]]]]]]",
            "1:17: it is nested too deeply; nothing here needs more than 6"),
        Arguments.of(
            RULE.replace("name: closed", "name: Closed"),
            "2:11: `Closed` is not allowed for `name`; write a lower-case letter, then up to 63"
                + " letters, digits and hyphens"),
        Arguments.of(
            RULE.replace("deny: Nothing leaves.", "allow: All of it."),
            "3:5: a rule cannot `allow`: what a policy does not refuse is left to the standing"
                + " rules; write `deny` or `ask`, and what is excepted under `unless`"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faultsOfConditions")
  void a_fault_of_a_condition_is_told_with_what_is_allowed(String when, String told) {
    assertThat(reader.read(RULE.replace("{effects: [send]}", when).getBytes(UTF_8)).faults())
        .extracting(Fault::toString)
        .containsExactly(told);
  }

  static Stream<Arguments> faultsOfConditions() {
    return Stream.of(
        Arguments.of(
            "{}",
            "4:11: `when` says nothing, and so would mean every call; name a condition; for every"
                + " call, `tools: [\"*\"]`"),
        Arguments.of("{tool: [a]}", "4:12: `when` has no `tool`; did you mean `tools`?"),
        Arguments.of(
            "{weather: [a]}",
            "4:12: `when` has no `weather`; allowed are `tools`, `backends`, `effects`,"
                + " `clients`, `roles`, `plans`, `spaces`, `hours`, `over`"),
        Arguments.of(
            "{tools: phone_*}",
            "4:19: `tools` is not a list; write `[one, other]` or lines that begin with `-`"),
        Arguments.of(
            "{tools: [ph*ne]}",
            "4:20: `ph*ne` is not allowed for `tools`; write a tool's name, or the beginning of"
                + " one and `*` as its end"),
        Arguments.of(
            "{tools: [{a: b}]}", "4:20: `tools` is not a single value; write one word or text"),
        Arguments.of(
            "{effects: [sned]}", "4:22: `sned` is not allowed for `effects`; did you mean `send`?"),
        Arguments.of(
            "{roles: [wizard]}",
            "4:20: `wizard` is not allowed for `roles`; allowed are `owner`, `admin`, `member`,"
                + " `auditor`"),
        Arguments.of(
            "{backends: [Phone]}",
            "4:23: `Phone` is not allowed for `backends`; a backend id is a lower-case letter,"
                + " then up to 31 letters, digits and hyphens"),
        Arguments.of(
            "{spaces: []}", "4:20: `spaces` lists nothing; list something or leave it out"),
        Arguments.of(
            "{hours: {from: \"22:00\", to: \"06:00\"}}",
            "4:19: `zone` is missing; say where, as `zone: Europe/Berlin` or `zone: UTC`"),
        Arguments.of(
            "{hours: {from: \"22:00\", zone: UTC}}",
            "4:19: `to` is missing; give both `from` and `to`, or neither for the whole day"),
        Arguments.of(
            "{hours: {from: \"22:00\", to: \"24:00\", zone: UTC}}",
            "4:39: `24:00` is not allowed for `to`; write a time from `00:00` to `23:59`; a day"
                + " ends at `00:00`"),
        Arguments.of(
            "{hours: {days: [monday], zone: UTC}}",
            "4:27: `monday` is not allowed for `days`; allowed are `mon`, `tue`, `wed`, `thu`,"
                + " `fri`, `sat`, `sun`"),
        Arguments.of(
            "{hours: {zone: Europe/Berln}}",
            "4:26: `Europe/Berln` is not allowed for `zone`; did you mean `Europe/Berlin`?"),
        Arguments.of(
            "{over: {}}", "4:18: `over` bounds nothing; name a figure, as `recipients: 10`"),
        Arguments.of(
            "{over: {recipients: many}}",
            "4:31: `many` is not allowed for `recipients`; write a whole number from 0"),
        Arguments.of(
            "{over: {recipients: -1}}",
            "4:31: `-1` is not allowed for `recipients`; write a whole number from 0"),
        Arguments.of(
            "{over: {recipients: 010}}",
            "4:31: `010` is not allowed for `recipients`; write a whole number from 0"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faultsOfTests")
  void a_fault_of_a_test_is_told_with_what_is_allowed(String test, String told) {
    assertThat(reader.read((RULE + "tests: [" + test + "]").getBytes(UTF_8)).faults())
        .extracting(Fault::toString)
        .containsExactly(told);
  }

  static Stream<Arguments> faultsOfTests() {
    String call = "call: {tool: t, backend: b, effect: send}";
    return Stream.of(
        Arguments.of(
            "{name: n, expect: deny}",
            "5:9: `call` is missing; describe a call, as `{tool: …, backend: …, effect: …}`"),
        Arguments.of(
            "{name: n, call: {tool: t, backend: b}, expect: deny}",
            "5:25: `effect` is missing; say what it does: `read`, `write`, `send` or `destroy`"),
        Arguments.of(
            "{name: n, " + call + ", expect: denied}",
            "5:70: `denied` is not allowed for `expect`; allowed are `allow`, `ask`, `deny`"),
        Arguments.of(
            "{name: n, " + call + ", expect: deny, rule: closd}",
            "5:82: `closd` is not allowed for `rule`; did you mean `closed`?"),
        Arguments.of(
            "{name: n, " + call + ", expect: allow, rule: closed}",
            "5:83: no rule decides what is allowed; leave `rule` out"),
        Arguments.of(
            "{name: n, " + call.replace("}", ", at: noon}") + ", expect: deny}",
            "5:65: `noon` is not allowed for `at`; write a time such as `2026-01-05T22:30:00Z` or"
                + " `2026-01-05T22:30:00+01:00`"));
  }

  @Test
  void every_fault_is_told_at_once_and_in_the_order_of_the_text() {
    String text =
        """
        rules:
          - name: first
            ask: One.
            deny: Other.
            when: {effect: [send]}
          - name: first
            when: {roles: [wizard]}
          - deny: Why.
            wehn: {}
        test: []
        """;

    assertThat(reader.read(text.getBytes(UTF_8)).faults())
        .extracting(fault -> fault.line() + ": " + fault.what())
        .containsExactly(
            "3: a rule has `deny` or `ask`, not both",
            "5: `when` has no `effect`",
            "6: `deny` or `ask` is missing",
            "6: another rule is called `first` too",
            "7: `wizard` is not allowed for `roles`",
            "8: `name` is missing",
            "8: `when` is missing",
            "9: a rule has no `wehn`",
            "10: a policy has no `test`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow", "permit", "grant", "pass", "accept", "skip", "override"})
  void no_word_loosens(String word) {
    String text = RULE.replace("deny:", word + ": It may pass.\n    deny:");

    assertThat(reader.read(text.getBytes(UTF_8)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).startsWith("a rule cannot `" + word + "`"));
  }

  @Test
  void a_text_that_refers_to_itself_over_and_over_is_refused_before_it_grows() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    Stream.iterate(1, n -> n + 1)
        .limit(40)
        .forEach(n -> bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(n, n, n - 1, n - 1)));

    assertThat(reader.read(bomb.toString().getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Reading.Faulty.class, faulty -> assertThat(faulty.faults()).hasSize(41 + 80));
  }

  @Test
  void a_text_that_is_too_large_is_not_even_parsed() {
    byte[] large = (RULE + "#".repeat(262_144)).getBytes(UTF_8);

    assertThat(reader.read(large).faults())
        .extracting(Fault::toString)
        .containsExactly("1:1: it is larger than 256 KiB; write less, or fewer and wider rules");
  }

  @Test
  void a_text_of_brackets_alone_is_refused_without_going_down() {
    assertThat(reader.read("[".repeat(200_000).getBytes(UTF_8)).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).isEqualTo("it is nested too deeply"));
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    assertThat(reader.read(new byte[] {(byte) 0xc3, 0x28}).faults())
        .extracting(Fault::toString)
        .containsExactly("1:1: it is not UTF-8 text; save it as UTF-8");
    assertThat(reader.read(new byte[] {'a', 0, 'b'}).faults())
        .extracting(Fault::toString)
        .containsExactly("1:1: it is not valid YAML; take out what cannot be printed");
  }

  @Test
  void a_key_is_shown_without_what_would_steer_a_terminal() {
    String key = "\"\\e[2J\\x9b2J" + "k".repeat(100) + "\"";
    List<String> texts =
        List.of(
            key + ": 1",
            key + ": 1\n" + key + ": 2",
            key + ":",
            RULE.replace("{effects: [send]}", "{over: {" + key + ": many}}"),
            RULE.replace("{effects: [send]}", "{over: {" + key + ": [1]}}"));

    assertThat(texts)
        .flatMap(text -> reader.read(text.getBytes(UTF_8)).faults())
        .extracting(Fault::what)
        .hasSizeGreaterThan(5)
        .noneMatch(what -> what.chars().anyMatch(Character::isISOControl))
        .noneMatch(what -> what.length() > 140);
  }

  @Test
  void a_value_is_shown_on_one_line_and_not_for_ever() {
    String text = RULE.replace("[send]", "[\"\\nx" + "y".repeat(500) + "\"]");

    assertThat(reader.read(text.getBytes(UTF_8)).faults().getFirst().what())
        .hasSizeLessThan(120)
        .doesNotContain("\n");
  }

  private List<OperatorRule> rulesOf(String text) {
    return fileOf(text).rules();
  }

  private PolicyFile fileOf(String text) {
    Reading reading = reader.read(text.getBytes(UTF_8));
    assertThat(reading.faults()).isEmpty();
    return ((Reading.Holds) reading).file();
  }
}
