package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.export.ExportWriter;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.ledger.SealedEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayName("The policy command")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class PolicyCommandTest {
  private static final String RULES =
      """
      rules:
        - name: night
          ask: It is night.
          when: {effects: [send], hours: {from: "22:00", to: "06:00", zone: UTC}}
        - name: crowds
          deny: Too many at once.
          when: {effects: [send], over: {recipients: 10}}
      """;

  private static final String TESTS =
      """
      tests:
        - name: by day
          call: {tool: phone_send, backend: phone, effect: send}
          expect: allow
        - name: at night
          call: {tool: phone_send, backend: phone, effect: send, at: 2026-01-05T23:00:00Z}
          expect: ask
          rule: night
      """;

  private static final String FAILING = TESTS.replace("expect: allow", "expect: deny");
  private static final String RULES_VERSION = "sha256:fedcba9876543210";
  private static final String FIRST = "%032x".formatted(1);
  private static final String SECOND = "%032x".formatted(2);

  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void aPolicyThatHolds() throws Exception {
    policy = write("policy.yaml", RULES + TESTS);
  }

  @Nested
  class Check {
    @Test
    void tells_that_a_file_holds_and_its_version() {
      Ended ended = run("policy", "check", policy.toString());

      assertThat(ended.code()).isZero();
      assertThat(ended.out())
          .matches("holds: 2 rules, 2 tests pass, version sha256:[0-9a-f]{16}\n");
    }

    @Test
    void tells_every_fault_with_its_place() throws Exception {
      Path wrong =
          write("wrong.yaml", "rules:\n  - name: a\n    allow: x\n    when: {}\nrule: 1\n");

      Ended ended = run("policy", "check", wrong.toString());

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err().lines())
          .hasSize(3)
          .allMatch(line -> line.startsWith(wrong + ":"))
          .anyMatch(line -> line.contains(":3:5: a rule cannot `allow`"));
    }

    @Test
    void refuses_a_file_whose_tests_fail() throws Exception {
      Ended ended = run("policy", "check", write("failing.yaml", RULES + FAILING).toString());

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err())
          .contains(
              "failing.yaml:9:1: the test `by day` fails: it expects deny, and the rules say allow");
    }

    @Test
    void answers_programs_in_json() throws Exception {
      assertThat(run("policy", "check", "--json", policy.toString()).out())
          .contains("\"holds\":true", "\"rules\":2", "\"tests\":2");
      assertThat(run("policy", "check", "--json", write("x.yaml", "").toString()).out())
          .contains("\"holds\":false", "\"line\":1", "\"what\":\"it is empty\"");
    }

    @Test
    void does_not_take_a_file_that_is_not_there() {
      Ended ended = run("policy", "check", folder.resolve("none.yaml").toString());

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("none.yaml` cannot be read");
    }
  }

  @Nested
  class Runs_tests {
    @Test
    void and_says_which_rule_decided() {
      Ended ended = run("policy", "test", policy.toString());

      assertThat(ended)
          .isEqualTo(
              new Ended(
                  0,
                  """
                  pass  by day: allow, as no rule stands against it
                  pass  at night: ask by policy:night (line 2)
                  2 passed, 0 failed
                  """,
                  ""));
    }

    @Test
    void and_fails_with_the_first_that_does() throws Exception {
      Ended ended = run("policy", "test", write("failing.yaml", RULES + FAILING).toString());

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out())
          .contains(
              "fail  by day: expected deny, and it is allow, as no rule stands against it"
                  + " (failing.yaml:9)")
          .endsWith("1 passed, 1 failed\n");
    }

    @Test
    void and_answers_programs_in_json() {
      assertThat(run("policy", "test", "--json", policy.toString()).out())
          .contains("\"passed\":2", "\"failed\":0", "\"rule\":\"policy:night\"");
    }
  }

  @Nested
  class Explains {
    @Test
    void a_described_call_by_every_rule_and_the_line_that_decided() {
      Ended ended = explain("--at", "2026-01-05T23:00:00Z", "--amount", "recipients=11");

      assertThat(ended.code()).isZero();
      assertThat(ended.out().lines())
          .anyMatch(line -> line.matches("  grant-is-live +unjudged +needs a real call.*"))
          .anyMatch(
              line -> line.matches("  policy:night +ask +line 2 of policy.yaml: It is night."))
          .anyMatch(line ->
              line.matches("> policy:crowds +deny +line 5 of policy.yaml: Too many at once."))
          .endsWith("deny: decided by line 5 of policy.yaml (`policy:crowds`)");
    }

    @Test
    void a_call_that_nothing_stands_against() {
      assertThat(explain("--at", "2026-01-05T12:00:00Z").out())
          .endsWith("allow: no rule stands against it\n");
    }

    @Test
    void a_call_in_a_file() throws Exception {
      Path call =
          write("call.yaml", "{tool: t, backend: b, effect: send, amounts: {recipients: 11}}");

      assertThat(run("policy", "explain", policy.toString(), "--call", call.toString()).out())
          .contains("(`policy:crowds`)");
    }

    @Test
    void a_recorded_decision_as_it_was_decided() throws Exception {
      Ended ended = explainEntry(FIRST);

      assertThat(ended.code()).isZero();
      assertThat(ended.out().lines())
          .anyMatch(line -> line.matches("  grant-is-live +passes"))
          .anyMatch(line -> line.matches("  taint-stays-home +warn +Recorded as `tainted_send`."))
          .anyMatch(line ->
              line.matches(
                  "  policy:night +unjudged +line 2 of .*policy " + RULES_VERSION + " decided"))
          .anyMatch(line -> line.matches("> policy:gone +deny .*It is not in this file."))
          .endsWith("deny: decided by `policy:gone`");
    }

    @Test
    void a_recorded_decision_found_by_its_call() throws Exception {
      assertThat(explainEntry("call-1")).isEqualTo(explainEntry(FIRST));
    }

    @Test
    void no_decision_that_is_not_there() throws Exception {
      Ended ended = explainEntry("%032x".formatted(77));

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("the export has no decision of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--tool=t --call=x", "--tool=t --entry=x --ledger=y", "--entry=x"})
    void one_call_and_not_several(String options) {
      Stream<String> given = Stream.of(options.split(" ", -1)).filter(it -> !it.isEmpty());
      Ended ended =
          run(
              Stream.concat(Stream.of("policy", "explain", policy.toString()), given)
                  .toArray(String[]::new));

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("describe one call");
    }

    @Test
    void what_is_wrong_with_a_described_call() {
      Ended ended = explain("--role", "wizard");

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err())
          .contains("`wizard` is not allowed for `role`; allowed are `owner`, `admin`");
    }

    @Test
    void by_a_file_whose_tests_fail_with_a_warning() throws Exception {
      policy = write("failing.yaml", RULES + FAILING);

      assertThat(explain("--amount", "recipients=11"))
          .satisfies(ended -> assertThat(ended.code()).isZero())
          .satisfies(ended -> assertThat(ended.out()).contains("(`policy:crowds`)"))
          .satisfies(ended ->
              assertThat(ended.err()).contains("failing.yaml: 1 of 2 tests fail").hasLineCount(1));
      assertThat(explain("--json"))
          .satisfies(ended -> assertThat(ended.out()).contains("\"failing\":1"))
          .satisfies(ended -> assertThat(ended.err()).isEmpty());
    }

    @Test
    void to_programs_in_json() {
      assertThat(explain("--json", "--amount", "recipients=11").out())
          .contains("\"decision\":\"deny\"", "\"rule\":\"policy:crowds\"", "\"line\":5");
    }

    private Ended explain(String... more) {
      return run(
          Stream.concat(
                  Stream.of(
                      "policy",
                      "explain",
                      policy.toString(),
                      "--tool=phone_send",
                      "--backend=phone",
                      "--effect=send"),
                  Stream.of(more))
              .toArray(String[]::new));
    }

    private Ended explainEntry(String id) throws Exception {
      return run(
          "policy", "explain", policy.toString(), "--entry", id, "--ledger", export().toString());
    }
  }

  @Nested
  class Compares {
    @Test
    void recorded_decisions_with_what_the_file_would_decide() throws Exception {
      Ended ended = run("policy", "diff", policy.toString(), "--ledger", export().toString());

      assertThat(ended.code()).isZero();
      assertThat(ended.out().lines())
          .contains(
              "  !  call-1  phone_send  deny → allow  policy:gone (no longer)",
              "  !  %s  phone_send  allow → deny  policy:crowds (line 5 of policy.yaml)"
                  .formatted(SECOND),
              "  ?  %s  its tool is missing".formatted("%032x".formatted(3)));
      assertThat(ended.out())
          .endsWith(": 0 as before, 2 flip, 1 cannot be decided again\n")
          .contains("3 decisions under sha256:");
    }

    @Test
    void only_the_last_of_them_if_told_so() throws Exception {
      assertThat(run("policy", "diff", policy.toString(), "--last=1", "--ledger=" + export()).out())
          .contains("1 decisions under")
          .endsWith(": 0 as before, 0 flip, 1 cannot be decided again\n");
    }

    @Test
    void by_a_file_whose_tests_fail_with_a_warning() throws Exception {
      policy = write("failing.yaml", RULES + FAILING);

      assertThat(run("policy", "diff", policy.toString(), "--ledger=" + export()))
          .satisfies(ended -> assertThat(ended.code()).isZero())
          .satisfies(ended -> assertThat(ended.err()).contains("1 of 2 tests fail"));
      assertThat(run("policy", "diff", policy.toString(), "--json", "--ledger=" + export()).out())
          .contains("\"failing\":1");
    }

    @Test
    void for_programs_in_json() throws Exception {
      assertThat(run("policy", "diff", policy.toString(), "--json", "--ledger=" + export()).out())
          .contains("\"decisions\":3", "\"was\":\"deny\"", "\"now\":\"allow\"", "\"undecided\":[{");
    }

    @Test
    void nothing_without_an_export() throws Exception {
      assertThat(run("policy", "diff", policy.toString()).code()).isEqualTo(2);
      assertThat(
              run(
                      "policy",
                      "diff",
                      policy.toString(),
                      "--ledger",
                      write("no.jsonl", "x\n").toString())
                  .err())
          .contains("no.jsonl` is no export: see its line 1");
    }
  }

  @Nested
  class A_house {
    @Test
    void does_not_start_over_a_policy_that_does_not_hold() throws Exception {
      Path wrong = write("wrong.yaml", "rules: []\n");
      try (HouseProcess process =
          HouseProcess.run(
              folder, Map.of("SALLYPORT_POLICY", wrong.toString()), "serve", "--port=0")) {
        assertThat(process.exitCode()).as(process.output()).isEqualTo(78);
        assertThat(process.output())
            .contains("`%s:1:8` (sallyport.policy): `rules` lists nothing".formatted(wrong));
      }
    }

    @Test
    void takes_a_change_while_it_runs_and_is_degraded_by_one_that_does_not_hold() throws Exception {
      try (HouseProcess house =
          HouseProcess.serve(folder, Map.of("SALLYPORT_POLICY", policy.toString()))) {
        write("policy.yaml", RULES);
        house.awaitLine("is in force: 2 rules, 0 tests pass");
        write("policy.yaml", RULES + FAILING);
        house.awaitLine("`by day` fails");

        assertThat(readiness(house))
            .startsWith("HTTP/1.1 200")
            .contains("\"status\":\"degraded\"", "{\"name\":\"policy\"");
      }
    }

    @Test
    void finds_the_same_when_its_settings_are_checked() throws Exception {
      Path settings =
          write("settings.yml", "sallyport.policy: " + write("wrong.yaml", "rules: []\n"));

      Ended ended = run("settings", "--check", "--config", settings.toString());

      assertThat(ended.code()).isEqualTo(78);
      assertThat(ended.err()).contains("wrong.yaml:1:8` (sallyport.policy)");
    }

    @Test
    void puts_a_policy_in_force() throws Exception {
      Path settings = write("settings.yml", "sallyport.policy: " + policy);

      assertThat(run("settings", "--check", "--config", settings.toString()).code()).isZero();
    }
  }

  @Test
  void shows_its_commands() {
    assertThat(run("policy", "--help").out()).contains("check", "test", "explain", "diff");
    assertThat(run("policy", "diff", "--help").out()).contains("--ledger", "--last", "--json");
  }

  private static String readiness(HouseProcess house) {
    try (Wire wire = house.wire()) {
      wire.send("GET /health/readiness HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      return wire.readAll();
    }
  }

  private Path export() throws Exception {
    var text = new StringWriter();
    var writer = new ExportWriter(text);
    var sequence = new ArrayList<Long>();
    for (Entry entry : entries()) {
      sequence.add(1L);
      writer.write(
          new Line.Written(new SealedEntry(sequence.size(), entry, new Digest("0".repeat(64)))));
    }
    return write("export.jsonl", text.toString());
  }

  private static List<Entry> entries() {
    Facts call =
        Facts.none()
            .with(Fact.TOOL, "phone_send")
            .with(Fact.BACKEND, new BackendId("phone").value())
            .with(Fact.EFFECT, "send")
            .with(Fact.CLIENT, "assistant")
            .with(Fact.ROLE, "member")
            .with(Fact.PLAN, "pro")
            .with(Fact.PLACES, "none:")
            .with(Fact.POLICY, RULES_VERSION);
    return List.of(
        entry(
            1,
            call.with(Fact.AMOUNTS, "recipients=1 units=1")
                .with(Fact.CALL, "call-1")
                .with(Fact.DECISION, "deny")
                .with(Fact.RULE, "policy:gone")
                .with(Fact.VERDICTS, "taint-stays-home=warn:tainted_send policy:gone=deny:gone")),
        entry(2, call.with(Fact.AMOUNTS, "recipients=11 units=1").with(Fact.DECISION, "allow")),
        entry(3, Facts.none().with(Fact.DECISION, "allow")),
        entry(4, Facts.none().with(Fact.SUBJECT, "plan")));
  }

  private static Entry entry(int number, Facts facts) {
    return new Entry(
        new EntryId("%032x".formatted(number)),
        new OrganizationId("%032x".formatted(9)),
        Instant.parse("2026-01-05T12:00:00Z"),
        Kind.DENIED,
        facts,
        Personal.none());
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Ended run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    int code = commandLine.execute(arguments);
    return new Ended(code, out.toString(), err.toString());
  }

  private record Ended(int code, String out, String err) {}
}
