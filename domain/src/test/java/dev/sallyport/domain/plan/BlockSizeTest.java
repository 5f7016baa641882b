package dev.sallyport.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A block of units")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BlockSizeTest {
  @ParameterizedTest(name = "{2} where {0} are left and {1} wanted")
  @CsvSource({"10000, 64, 64", "160, 64, 10", "15, 64, 0", "0, 64, 0", "-5, 64, 0"})
  void is_what_is_wanted_while_there_is_plenty(long left, long wanted, long size) {
    assertThat(BlockSize.of(left, wanted)).isEqualTo(size);
  }
}
