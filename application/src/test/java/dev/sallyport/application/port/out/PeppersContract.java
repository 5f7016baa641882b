package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [Peppers] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class PeppersContract {
  private static final String PURPOSE = "purpose";
  private static final Secret SECRET = Secret.of("sesame");

  /// Those of a server with one key.
  protected abstract Peppers before();

  /// Those of the same server after its key was rotated once.
  protected abstract Peppers after();

  @Test
  void a_secret_has_the_same_hashes_each_time() {
    assertThat(before().hashes(PURPOSE, SECRET))
        .hasSize(1)
        .isEqualTo(before().hashes(PURPOSE, SECRET));
  }

  @Test
  void another_secret_has_others() {
    assertThat(before().hashes(PURPOSE, Secret.of("sesamf")))
        .doesNotContainAnyElementsOf(before().hashes(PURPOSE, SECRET));
  }

  @Test
  void for_another_purpose_it_has_others_wherever_the_purpose_ends() {
    assertThat(before().hashes("purposes", Secret.of("esame")))
        .doesNotContainAnyElementsOf(before().hashes(PURPOSE, SECRET));
    assertThat(before().hashes("other", SECRET))
        .doesNotContainAnyElementsOf(before().hashes(PURPOSE, SECRET));
  }

  @Test
  void after_a_rotation_the_new_one_comes_first_and_the_old_one_is_there_still() {
    List<Pseudonym> hashes = after().hashes(PURPOSE, SECRET);

    assertThat(hashes).hasSize(2).doesNotHaveDuplicates();
    assertThat(hashes.subList(1, 2)).isEqualTo(before().hashes(PURPOSE, SECRET));
  }

  @Test
  void a_hash_tells_nothing_of_the_secret() {
    Pseudonym hash = before().hashes(PURPOSE, SECRET).getFirst();

    assertThat(hash.value().size()).isEqualTo(32);
    assertThat(hash.hex())
        .doesNotContain(HexFormat.of().formatHex("sesame".getBytes(StandardCharsets.UTF_8)));
    assertThat(hash.toString()).doesNotContain("sesame");
  }
}
