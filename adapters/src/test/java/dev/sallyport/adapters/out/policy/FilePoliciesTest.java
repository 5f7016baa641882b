package dev.sallyport.adapters.out.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PoliciesContract;
import dev.sallyport.application.port.out.PolicyReader.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In a file,")
class FilePoliciesTest extends PoliciesContract {
  private static final String ONE = policy("one");
  private static final String TWO = policy("two");

  private static final String FAILING =
      TWO
          + """
          tests:
            - name: nothing is stopped
              call: {tool: phone_send, backend: phone, effect: send}
              expect: allow
          """;

  @TempDir Path folder;

  @Override
  protected Policies policies() {
    return watching(write("policy.yaml", ONE));
  }

  @Test
  void a_change_counts_once_two_looks_have_seen_it() {
    FilePolicies policies = watching(write("policy.yaml", ONE));
    write("policy.yaml", TWO);

    policies.look();
    assertThat(policies.current().titles()).contains("policy:one");
    policies.look();
    assertThat(policies.current().titles()).contains("policy:two").doesNotContain("policy:one");
  }

  @Test
  void half_a_file_is_never_in_force() {
    FilePolicies policies = watching(write("policy.yaml", ONE));
    write("policy.yaml", TWO);
    policies.look();
    write("policy.yaml", TWO + TWO.replace("rules:\n", "").replace("two", "three"));
    policies.look();

    assertThat(policies.current().titles()).contains("policy:one");
    policies.look();
    assertThat(policies.current().titles()).contains("policy:two", "policy:three");
  }

  @Test
  void a_file_that_does_not_hold_leaves_the_old_one_and_says_what_is_wrong() {
    FilePolicies policies = watching(write("policy.yaml", ONE));
    String before = policies.current().version();
    write("policy.yaml", "rules: nonsense\n");
    lookTwice(policies);

    assertThat(policies.current().version()).isEqualTo(before);
    assertThat(policies.faults()).extracting(Fault::line).containsExactly(1);
  }

  @Test
  void a_file_whose_tests_fail_leaves_the_old_one_and_says_which() {
    FilePolicies policies = watching(write("policy.yaml", ONE));
    write("policy.yaml", FAILING);
    lookTwice(policies);

    assertThat(policies.current().titles()).contains("policy:one");
    assertThat(policies.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("`nothing is stopped` fails"));
  }

  @Test
  void a_file_that_is_gone_leaves_the_old_one_and_says_so() throws IOException {
    Path file = write("policy.yaml", ONE);
    FilePolicies policies = watching(file);
    Files.delete(file);
    lookTwice(policies);

    assertThat(policies.current().titles()).contains("policy:one");
    assertThat(policies.faults()).extracting(Fault::what).containsExactly("there is no such file");
  }

  @Test
  void a_file_that_is_mended_is_in_force_and_nothing_is_wrong_any_more() {
    FilePolicies policies = watching(write("policy.yaml", ONE));
    write("policy.yaml", "");
    lookTwice(policies);
    write("policy.yaml", ONE);
    lookTwice(policies);

    assertThat(policies.current().titles()).contains("policy:one");
    assertThat(policies.faults()).isEmpty();
  }

  @Test
  void a_file_that_was_moved_over_it_counts() throws IOException {
    Path file = write("policy.yaml", ONE);
    FilePolicies policies = watching(file);
    Files.move(
        write("next.yaml", TWO),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    lookTwice(policies);

    assertThat(policies.current().titles()).contains("policy:two");
  }

  @Test
  void a_link_is_followed_to_where_it_leads_now_as_a_mounted_config_map_does() throws IOException {
    Files.createDirectories(folder.resolve("v1"));
    Files.createDirectories(folder.resolve("v2"));
    write("v1/policy.yaml", ONE);
    write("v2/policy.yaml", TWO);
    Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("v1"));
    Path file =
        Files.createSymbolicLink(folder.resolve("policy.yaml"), Path.of("..data/policy.yaml"));
    FilePolicies policies = watching(file);
    Files.move(
        Files.createSymbolicLink(folder.resolve("..tmp"), Path.of("v2")),
        data,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    lookTwice(policies);

    assertThat(policies.current().titles()).contains("policy:two");
  }

  @Test
  void a_change_of_nothing_but_the_time_changes_nothing() {
    FilePolicies policies = watching(write("policy.yaml", ONE));
    var before = policies.current();
    write("policy.yaml", ONE);
    lookTwice(policies);

    assertThat(policies.current()).isSameAs(before);
  }

  @Test
  void there_is_no_policy_at_all_if_the_first_one_does_not_hold() {
    FilePolicies policies = watching(write("policy.yaml", FAILING));

    assertThat(policies.faults()).hasSize(1);
    assertThatThrownBy(policies::current).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_folder_is_no_policy() {
    assertThat(watching(folder).faults())
        .extracting(Fault::what)
        .containsExactly("it is not a file that can be read");
  }

  private static FilePolicies watching(Path file) {
    return new FilePolicies(new PolicySettings(file), new YamlPolicyReader());
  }

  private static void lookTwice(FilePolicies policies) {
    policies.look();
    policies.look();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String policy(String name) {
    return """
    rules:
      - name: %s
        deny: Nothing leaves.
        when: {effects: [send]}
    """
        .formatted(name);
  }
}
