package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The launcher")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {
  private static final String JAR = "root/bootstrap/target/sallyport/sallyport.jar";
  private static final String CACHE = "root/bootstrap/target/sallyport/sallyport.aot";

  @TempDir private Path temporary;
  private Checkout checkout;

  @BeforeEach
  void aNewCheckout() {
    checkout = Checkout.in(temporary);
  }

  @Test
  void works_from_anywhere_through_a_link_to_a_relative_link() {
    checkout
        .link(checkout.path("links/inner"), Path.of("../root/sallyport"))
        .link(checkout.path("else where/outer"), Path.of("../links/inner"));

    assertThat(checkout.runFrom(temporary, checkout.path("else where/outer"), "serve").code())
        .isZero();
    assertThat(checkout.noted("java-arguments")).contains(checkout.path(JAR).toString());
  }

  @Test
  void works_when_bash_is_given_its_bare_name() {
    assertThat(checkout.runFrom(checkout.path("root"), Path.of("bash"), "sallyport", "serve"))
        .extracting(Checkout.Ended::code)
        .isEqualTo(0);
  }

  @Test
  void starts_the_program_in_the_folder_of_the_person() {
    checkout.runFrom(temporary, checkout.path("root/sallyport"), "serve", "--data", "x");

    assertThat(checkout.noted("java-folder")).containsExactly(temporary.toString());
  }

  @Test
  void shows_its_commands_before_any_build() {
    assertThat(checkout.run("--help"))
        .satisfies(ended -> assertThat(ended.code()).isZero())
        .satisfies(ended -> assertThat(ended.output()).contains("serve", "test", "bench", "mutate"))
        .satisfies(ended ->
            assertThat(ended.output().lines().map(String::strip))
                .contains("audit", "keys", "people", "policy", "ring", "settings", "tools"));
    assertThat(checkout.noted("maven-calls")).isEmpty();
  }

  @Test
  void adds_the_commands_of_the_program_once_it_is_built() {
    checkout.run("serve");
    checkout.run("--help");

    assertThat(checkout.noted("java-arguments")).endsWith("--help");
  }

  @Test
  void knows_its_version_before_any_build() {
    assertThat(checkout.run("--version")).isEqualTo(new Checkout.Ended(0, "sallyport 9.8.7\n", ""));
  }

  @Test
  void asks_the_program_for_the_version_once_it_is_built() {
    checkout.run("serve");
    checkout.run("--version");

    assertThat(checkout.noted("java-arguments")).endsWith("--version");
  }

  @Test
  void answers_no_command_at_all_with_its_usage() {
    assertThat(checkout.run())
        .satisfies(ended -> assertThat(ended.code()).isEqualTo(2))
        .satisfies(ended -> assertThat(ended.errors()).startsWith("Usage:"));
  }

  @Nested
  class Before_any_build {
    @ParameterizedTest
    @ValueSource(strings = {"bogus", "set", "settings train", "*", "--bogus"})
    void refuses_what_is_no_command(String word) {
      assertThat(checkout.run(word))
          .isEqualTo(
              new Checkout.Ended(
                  2,
                  "",
                  "There is no command '%s'; there are serve, audit, keys, people, policy, ring, settings, tools, test, fmt, bench, mutate and help.\n"
                      .formatted(word)));
      assertThat(checkout.noted("maven-calls")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "audit",
          "keys",
          "people",
          "policy",
          "ring",
          "serve",
          "settings",
          "tools",
          "train"
        })
    void builds_for_a_command_of_the_program(String command) {
      assertThat(checkout.run(command).code()).isZero();
      assertThat(checkout.noted("maven-calls")).hasSize(1);
    }

    @Test
    void knows_every_command_of_the_program() throws Exception {
      String commands =
          String.join(" ", new TreeSet<>(Main.commandLine().getSubcommands().keySet()));

      assertThat(Files.readAllLines(checkout.path("root/sallyport")))
          .contains("readonly PROGRAM_COMMANDS='" + commands + "'");
    }

    @Test
    void but_leaves_it_to_the_program_afterwards() {
      checkout.run("serve");
      checkout.run("bogus");

      assertThat(checkout.noted("java-arguments")).endsWith("bogus");
    }
  }

  @Nested
  class After_a_failure_says_what_helps {
    private static final String IN_DOMAIN =
        "[ERROR] /x/domain/src/main/java/dev/sallyport/domain/Grant.java:[6,16] package ";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          IN_DOMAIN
              + "jakarta.inject does not exist | The domain and the application know no library",
          "[ERROR] /x/application/src/main/java/A.java:[3,8] package org.slf4j does not exist"
              + " | The domain and the application know no library",
          IN_DOMAIN + "dev.sallyport.adapters.in does not exist | The domain knows only itself",
          "[ERROR] /x/adapters/src/main/java/A.java:[3,8] dev.sallyport.adapters.out.jdbc.B is not"
              + " public in dev.sallyport.adapters.out.jdbc; cannot be accessed from outside package"
              + " | Adapters keep to themselves",
          "[ERROR] /x/domain/src/main/java/A.java:[3,8] [NullAway] returning @Nullable expression"
              + " | A value may be absent here",
          "[ERROR] Failed to execute goal spotless: The following files had format violations:"
              + " | The sources are not formatted: run ./sallyport fmt"
        })
    void to(String error, String advice) {
      checkout.note("maven-fails", error + "\n" + error + "\n");

      assertThat(checkout.run("serve"))
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
          .satisfies(ended -> assertThat(lastLine(ended.errors())).startsWith(advice));
      assertThat(checkout.run("test"))
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
          .satisfies(ended ->
              assertThat(ended.output())
                  .startsWith("[INFO] ")
                  .contains(error + "\n\n" + advice)
                  .containsOnlyOnce(advice)
                  .endsWith("\n\n0 passed, 0 failed, 0 skipped\n"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[ERROR] /x/adapters/src/main/java/A.java:[3,8] package org.slf4j does not exist",
          IN_DOMAIN + "dev.sallyport.domain.grnat does not exist",
          "[ERROR] /x/bootstrap/src/main/java/A.java:[3,8] B is not public in"
              + " dev.sallyport.adapters.kit; cannot be accessed from outside package"
        })
    void but_only_where_it_helps(String error) {
      checkout.note("maven-fails", error + "\n");

      assertThat(checkout.run("serve").errors()).endsWith("build.log\n");
      assertThat(checkout.run("test").output())
          .endsWith(error + "\n\n0 passed, 0 failed, 0 skipped\n");
    }

    private static String lastLine(String text) {
      return text.lines().toList().getLast();
    }
  }

  @Nested
  class Lists_its_benchmarks {
    @Test
    void when_none_is_named() {
      assertThat(checkout.run("bench"))
          .satisfies(ended -> assertThat(ended.code()).isZero())
          .satisfies(ended -> assertThat(ended.output()).contains("start"));
    }

    @Test
    void when_asked_for_help() {
      assertThat(checkout.run("bench", "--help")).isEqualTo(checkout.run("bench"));
    }

    @Test
    void but_refuses_one_it_does_not_know() {
      assertThat(checkout.run("bench", "luck"))
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(2))
          .satisfies(ended -> assertThat(ended.errors()).contains("no benchmark 'luck'"));
    }
  }

  @Nested
  class Takes_the_jdk {
    @Test
    void that_JAVA_HOME_names() {
      checkout.withJdk("own", "25").run(Map.of("JAVA_HOME", checkout.jdk("own")), "serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("own"));
    }

    @Test
    void that_is_newer_when_JAVA_HOME_asks_for_it() {
      checkout.withJdk("new", "26.0.1").run(Map.of("JAVA_HOME", checkout.jdk("new")), "serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.2", "1.8.0_402", "24.0.1"})
    void found_elsewhere_when_JAVA_HOME_is_too_old(String version) {
      checkout.withJdk("old", version).run(Map.of("JAVA_HOME", checkout.jdk("old")), "serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("jdk-25"));
    }

    @Test
    void found_elsewhere_when_JAVA_HOME_leads_nowhere() {
      checkout.run(Map.of("JAVA_HOME", "/no/such/folder"), "serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("jdk-25"));
    }

    @Test
    void of_the_java_on_the_PATH() {
      checkout
          .withJdk("on path", "25")
          .link(checkout.path("bin/java"), Path.of("../jdks/on path/bin/java"))
          .run(Map.of("JDK_PLACES", ""), "serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("on path"));
    }

    @Test
    void that_is_a_25_rather_than_a_newer_one() {
      checkout.withJdk("a-26", "26").withJdk("z-27", "27-ea").run("serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("jdk-25"));
    }

    @Test
    void that_is_newer_when_there_is_no_25() {
      checkout.without("jdks").withJdk("a-21", "21").withJdk("b-26", "26.0.1").run("serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("b-26"));
    }

    @Test
    void whose_java_tells_the_version_when_no_file_does() {
      checkout.without("jdks").withSilentJdk("silent", "25.0.1").run("serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("silent"));
    }

    @Test
    void that_can_compile() {
      checkout.withJdk("a-runtime", "25").without("jdks/a-runtime/bin/javac").run("serve");

      assertThat(checkout.noted("java-home")).containsExactly(checkout.jdk("jdk-25"));
    }
  }

  @Nested
  class Says_what_to_install {
    @Test
    void when_there_is_no_jdk() {
      assertThat(checkout.without("jdks").withJdk("old", "21").run("serve"))
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(69))
          .satisfies(ended -> assertThat(ended.errors()).startsWith("Sallyport needs a JDK 25"));
    }

    @Test
    void when_there_is_no_maven() {
      assertThat(checkout.without("bin/mvn").run("serve"))
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(69))
          .satisfies(ended -> assertThat(ended.errors()).contains("needs Maven 3.8.7", "install"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.6.3", "3.8.6", "2.10.9"})
    void when_maven_is_too_old(String version) {
      assertThat(checkout.withMaven(version).run("serve"))
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(69))
          .satisfies(ended -> assertThat(ended.errors()).contains("and mvn is " + version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.7", "3.10.0", "4.0.0-rc-5"})
    void but_not_when_maven_will_do(String version) {
      assertThat(checkout.withMaven(version).run("serve").code()).isZero();
    }

    @Test
    void but_needs_no_maven_when_there_is_nothing_to_build() {
      checkout.run("serve");

      assertThat(checkout.without("bin/mvn").run("serve").code()).isZero();
    }
  }

  @Nested
  class Builds {
    @BeforeEach
    void once() {
      checkout.run("serve");
    }

    @Test
    void before_the_first_start() {
      assertThat(checkout.noted("maven-calls")).hasSize(1);
    }

    @Test
    void nothing_when_nothing_changed() {
      checkout.run("serve");

      assertThat(checkout.noted("maven-calls")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "root/pom.xml",
          "root/adapters/pom.xml",
          "root/.mvn/maven.config",
          "root/domain/src/main/java/here/Kept.java",
          "root/bootstrap/src/main/java/here/Kept.java"
        })
    void again_after_a_change_in(String file) {
      checkout.touch(file).run("serve");

      assertThat(checkout.noted("maven-calls")).hasSize(2);
    }

    @Test
    void again_after_a_source_was_deleted() {
      checkout.without("root/application/src/main/java/here/Kept.java").run("serve");

      assertThat(checkout.noted("maven-calls")).hasSize(2);
    }

    @Test
    void again_after_the_jar_was_deleted() {
      checkout.without(JAR).run("settings");

      assertThat(checkout.noted("maven-calls")).hasSize(2);
    }

    @Test
    void nothing_after_a_change_in_a_test() {
      checkout.touch("root/domain/src/test/java/here/KeptTest.java").run("serve");

      assertThat(checkout.noted("maven-calls")).hasSize(1);
    }

    @Test
    void once_for_two_who_want_it_at_the_same_time() {
      checkout.without(JAR);
      Process first = checkout.start("serve");
      Process second = checkout.start("serve");

      assertThat(checkout.end(first).code()).isZero();
      assertThat(checkout.end(second).code()).isZero();
      assertThat(checkout.noted("maven-calls")).hasSize(2);
    }
  }

  @Nested
  class While_building {
    @Test
    void tells_each_module_when_nobody_watches_a_terminal() {
      assertThat(checkout.run("serve").errors())
          .contains("First build: ", "  Sallyport domain [1/2]\n  Sallyport domain [2/2]\n");
    }

    @Test
    void keeps_its_words_out_of_the_programs_output() {
      assertThat(checkout.run("settings", "--json").output()).isEmpty();
    }

    @Test
    void shows_the_errors_of_a_failed_build_and_where_the_rest_is() {
      checkout.note("maven-fails", "[INFO] noise\n[ERROR] Kept.java:[7] is wrong\n[ERROR]\n");

      assertThat(checkout.run("serve"))
          .isEqualTo(
              new Checkout.Ended(
                  1,
                  "",
                  """
                  First build: fetches libraries and compiles; a minute or two, once.
                    Sallyport domain [1/2]
                    Sallyport domain [2/2]
                  [ERROR] Kept.java:[7] is wrong
                  The build failed; all of its output is in %s
                  """
                      .formatted(checkout.path("root/bootstrap/target/build.log"))));
    }

    @Test
    void starts_nothing_when_the_build_failed() {
      checkout.note("maven-fails", "").run("serve");

      assertThat(checkout.noted("java-arguments")).isEmpty();
    }

    @Test
    void tries_a_failed_build_again() {
      checkout.note("maven-fails", "").run("serve");

      assertThat(checkout.without("notes/maven-fails").run("serve").code()).isZero();
    }

    @Test
    void waits_for_another_builder() throws Exception {
      Process other = new ProcessBuilder("bash", "-c", "exec -a sallyport sleep 60").start();
      try {
        Path lock = checkout.path("root/bootstrap/target/launcher.lock");
        checkout.link(lock, Path.of(Long.toString(other.pid())));
        Process waiting = checkout.start("serve");
        try (BufferedReader said = waiting.errorReader()) {
          assertThat(said.readLine()).startsWith("Waiting for process " + other.pid());
          other.destroy();
          assertThat(waiting.waitFor()).isZero();
        }
      } finally {
        other.destroyForcibly();
      }
    }

    @Test
    void passes_over_a_lock_whose_owner_is_gone() throws Exception {
      Process gone = new ProcessBuilder("true").start();
      gone.waitFor();
      Path lock = checkout.path("root/bootstrap/target/launcher.lock");
      checkout.link(lock, Path.of(Long.toString(gone.pid())));

      assertThat(checkout.run("serve").code()).isZero();
    }

    @Test
    void passes_over_a_lock_whose_owners_number_belongs_to_someone_else_now() throws Exception {
      Process other = new ProcessBuilder("sleep", "60").start();
      try {
        Path lock = checkout.path("root/bootstrap/target/launcher.lock");
        checkout.link(lock, Path.of(Long.toString(other.pid())));

        assertThat(checkout.run("serve").code()).isZero();
      } finally {
        other.destroyForcibly();
      }
    }
  }

  @Nested
  class Prepares_a_faster_start {
    @Test
    void once() {
      checkout.run("serve");
      checkout.run("serve");

      assertThat(checkout.noted("trainings")).hasSize(1);
    }

    @Test
    void and_makes_use_of_it() {
      checkout.run("serve");

      assertThat(checkout.noted("java-arguments")).contains("-XX:AOTCache=" + checkout.path(CACHE));
    }

    @Test
    void again_after_a_build() {
      checkout.run("serve");
      checkout.touch("root/pom.xml").run("serve");

      assertThat(checkout.noted("trainings")).hasSize(2);
    }

    @Test
    void again_for_another_jdk() {
      checkout.run("serve");
      checkout.withJdk("jdk-25", "25.0.2").run("serve");

      assertThat(checkout.noted("trainings")).hasSize(2);
    }

    @Test
    void again_for_other_libraries() {
      checkout.run("serve");
      checkout.touch("root/bootstrap/target/sallyport/lib").run("serve");

      assertThat(checkout.noted("trainings")).hasSize(2);
    }

    @Test
    void only_for_a_server() {
      checkout.run("settings");

      assertThat(checkout.noted("trainings")).isEmpty();
    }

    @Test
    void but_not_for_those_who_do_not_want_it() {
      checkout.run(Map.of("NO_AOT", "1"), "serve");

      assertThat(checkout.noted("trainings")).isEmpty();
    }

    @Test
    void without_meeting_the_settings_of_the_person() {
      checkout.run(Map.of("SALLYPORT_DATABASE_URL", "precious", "PORT", "80"), "serve");

      assertThat(checkout.noted("training-settings")).isEmpty();
    }

    @Test
    void or_says_that_it_could_not_and_starts_all_the_same() {
      checkout.note("training-fails", "");

      assertThat(checkout.run("serve"))
          .satisfies(ended -> assertThat(ended.code()).isZero())
          .satisfies(ended -> assertThat(ended.errors()).contains("That did not work"));
      assertThat(checkout.noted("java-arguments")).noneMatch(it -> it.startsWith("-XX:AOTCache"));
    }

    @Test
    void but_makes_no_use_of_what_the_jvm_refuses() {
      checkout.note("cache-is-refused", "").run("serve");

      assertThat(checkout.has(CACHE)).isFalse();
    }

    @Test
    void of_the_jar_as_it_is_named_at_a_start() {
      checkout.run("serve");

      assertThat(checkout.noted("trainings"))
          .singleElement()
          .asString()
          .contains("-jar " + checkout.path(JAR) + " train");
    }

    @Test
    void and_does_not_try_again_what_failed() {
      checkout.note("training-fails", "").run("serve");
      checkout.run("serve");

      assertThat(checkout.noted("trainings")).hasSize(1);
    }
  }

  @Nested
  class Hands_over {
    @Test
    void arguments_unharmed() {
      checkout.run(
          "settings", "two words", "it's \"so\"", "*", "", "$HOME", "back\\slash", "@file");

      assertThat(checkout.noted("java-arguments"))
          .endsWith(
              "-jar",
              checkout.path(JAR).toString(),
              "settings",
              "two words",
              "it's \"so\"",
              "*",
              "",
              "$HOME",
              "back\\slash",
              "@file");
    }

    @Test
    void the_options_of_the_person_to_the_jvm() {
      checkout.run(Map.of("JAVA_OPTS", "-Xmx300m  -Da=*"), "settings");

      assertThat(checkout.noted("java-arguments"))
          .containsSequence("-Xmx300m", "-Da=*", "-jar", checkout.path(JAR).toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 78})
    void the_exit_code_of_the_program(int code) {
      checkout.note("java-exit", Integer.toString(code));

      assertThat(checkout.run("serve").code()).isEqualTo(code);
    }

    @Test
    void its_own_process_to_the_program() {
      Process launched = checkout.start("serve");

      assertThat(checkout.end(launched).code()).isZero();
      assertThat(checkout.noted("java-pid")).containsExactly(Long.toString(launched.pid()));
    }

    @Test
    void the_signal_to_stop() throws Exception {
      checkout.note("java-waits", "");
      Process launched = checkout.start("serve");
      try (BufferedReader said = launched.inputReader()) {
        assertThat(said.readLine()).isEqualTo("started");
        launched.toHandle().destroy();
        assertThat(said.readLine()).isEqualTo("stopped");
      }
      assertThat(launched.waitFor()).isEqualTo(143);
    }
  }

  @Nested
  class Runs_the_tests {
    private static final String REPORT =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="x" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d" flakes="0">
          <system-out><![CDATA[ <testsuite tests="99"> ]]></system-out>
        </testsuite>
        """;

    @Test
    void and_hands_arguments_to_maven() {
      checkout.run("test", "-pl", "domain");

      assertThat(checkout.noted("maven-calls"))
          .singleElement()
          .asString()
          .endsWith("verify -pl domain");
    }

    @Test
    void and_ends_with_mavens_exit_code() {
      checkout.note("maven-fails", "[ERROR] red\n");

      assertThat(checkout.run("test").code()).isEqualTo(1);
    }

    @Test
    void and_keeps_what_maven_said() {
      checkout.note("maven-fails", "[ERROR] red\n").run("test");

      assertThat(checkout.path("root/bootstrap/target/test.log"))
          .content()
          .endsWith("[ERROR] red\n");
      assertThat(checkout.has("root/bootstrap/target/launcher.pipe")).isFalse();
    }

    @Test
    void and_counts_only_what_ran_now() {
      checkout.write(
          "root/domain/target/surefire-reports/TEST-a.xml", REPORT.formatted(9, 0, 0, 0));

      assertThat(checkout.run("test").output().lines()).endsWith("0 passed, 0 failed, 0 skipped");
    }

    @Test
    void and_says_last_how_many_passed() {
      checkout.note(
          "maven-also",
          "reports() { mkdir -p $1/target/surefire-reports && cat >$1/target/surefire-reports/TEST-a.xml; }\n"
              + "reports domain <<'XML'\n%sXML\n".formatted(REPORT.formatted(10, 1, 2, 3))
              + "reports bootstrap <<'XML'\n%sXML\n".formatted(REPORT.formatted(5, 0, 0, 0)));

      assertThat(checkout.run("test").output()).endsWith("\n9 passed, 4 failed, 2 skipped\n");
    }

    @Test
    void and_says_which_could_not_run() {
      checkout.note("maven-also", "echo 'PagesTest: Chromium' >>bootstrap/target/not-run.txt");

      assertThat(checkout.run("test").output())
          .endsWith("Not run here:\n  PagesTest: Chromium\n\n0 passed, 0 failed, 0 skipped\n");
    }

    @Test
    void so_that_the_program_need_not_be_built_again() {
      checkout.run("test");
      checkout.run("settings");

      assertThat(checkout.noted("maven-calls")).hasSize(1);
    }

    @Test
    void though_tests_of_one_module_build_no_program() {
      checkout.run("test", "-pl", "domain");
      checkout.run("settings");

      assertThat(checkout.noted("maven-calls")).hasSize(2);
    }
  }

  @Test
  void formats() {
    checkout.run("fmt");

    assertThat(checkout.noted("maven-calls")).singleElement().asString().endsWith("spotless:apply");
  }

  @Test
  void mutates_the_domain() {
    assertThat(checkout.run("mutate"))
        .satisfies(ended -> assertThat(ended.code()).isZero())
        .satisfies(ended -> assertThat(ended.errors()).contains("pit-reports/index.html"));
    assertThat(checkout.noted("maven-calls"))
        .singleElement()
        .asString()
        .endsWith("-pl domain -Pmutation test-compile org.pitest:pitest-maven:mutationCoverage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void tells_what_mutating_is_without_doing_it(String asked) {
    assertThat(checkout.run("mutate", asked))
        .satisfies(ended -> assertThat(ended.code()).isZero())
        .satisfies(ended ->
            assertThat(ended.output())
                .startsWith("Usage: ./sallyport mutate")
                .contains("domain/pom.xml", "pit-reports"));
    assertThat(checkout.noted("maven-calls")).isEmpty();
  }

  @Test
  void fails_when_too_few_mutants_are_noticed() {
    checkout.note("maven-fails", "[ERROR] Mutation score of 84 is below threshold of 85\n");

    assertThat(checkout.run("mutate").code()).isEqualTo(1);
  }
}
