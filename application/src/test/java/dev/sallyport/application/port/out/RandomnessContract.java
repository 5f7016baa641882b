package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every implementation of [Randomness] must do. That it cannot be guessed is for review: no
/// test can show it.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class RandomnessContract {
  protected abstract Randomness randomness();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 32, 1000})
  void as_many_bytes_come_as_are_asked_for(int count) {
    assertThat(randomness().bytes(count)).hasSize(count);
  }

  @Test
  void no_sixteen_bytes_come_twice() {
    Randomness randomness = randomness();
    Stream<String> drawn =
        IntStream.range(0, 10_000).mapToObj(_ -> HexFormat.of().formatHex(randomness.bytes(16)));

    assertThat(drawn).doesNotHaveDuplicates();
  }
}
