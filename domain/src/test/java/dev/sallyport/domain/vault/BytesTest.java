package dev.sallyport.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.id.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Bytes of the vault")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BytesTest {
  private static final OrganizationId HERE = new OrganizationId("0".repeat(32));

  @Test
  void cannot_be_changed_from_outside() {
    byte[] given = {1, 2};
    Bytes bytes = Bytes.of(given);
    given[0] = 9;
    bytes.toArray()[1] = 9;

    assertThat(bytes).isEqualTo(Bytes.of(new byte[] {1, 2}));
  }

  @Test
  void print_only_how_many_they_are_wherever_they_are_held() {
    Bytes canary = Bytes.of("canary".getBytes(StandardCharsets.UTF_8));
    var id = new KeyId("0000000000000001");

    assertThat(
            List.of(
                    new Sealed(canary),
                    new Pseudonym(canary),
                    new KeyCheck(id, canary),
                    new Signature(id, canary),
                    new VerifyingKey(id, canary))
                .toString())
        .contains("[6 bytes]")
        .doesNotContain("canary", "99, 97", "63616e");
  }

  @Test
  void of_a_wrapped_key_name_its_server_key_and_are_as_many_as_they_must_be() {
    byte[] envelope = new byte[WrappedKey.SIZE];
    envelope[9] = 7;

    assertThat(WrappedKey.of(envelope).serverKey()).isEqualTo(new KeyId("0000000000000007"));
    assertThatThrownBy(() -> WrappedKey.of(new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_a_context_are_those_of_no_other() {
    assertThat(
            List.of(
                Bytes.of(SealContext.of("ab", HERE, "c").bytes()),
                Bytes.of(SealContext.of("abc", HERE, "c").bytes()),
                Bytes.of(SealContext.of("ab", HERE, "cc").bytes()),
                Bytes.of(SealContext.of("ab", HERE, "c\0").bytes())))
        .doesNotHaveDuplicates();
  }
}
