package dev.sallyport.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A block of units")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BlockSizeTest {
  @ParameterizedTest(name = "{3} where {0} are left, {1} needed and {2} wanted")
  @CsvSource({"10000, 1, 64, 64", "160, 1, 64, 10", "15, 1, 64, 1", "15, 5, 64, 5", "0, 1, 64, 1"})
  void is_what_is_wanted_while_there_is_plenty(long left, long needed, long wanted, long size) {
    assertThat(BlockSize.of(left, needed, wanted)).isEqualTo(size);
  }

  @Test
  void is_at_least_what_is_needed() {
    assertThat(BlockSize.of(10_000, 9, 2)).isEqualTo(9);
  }
}
