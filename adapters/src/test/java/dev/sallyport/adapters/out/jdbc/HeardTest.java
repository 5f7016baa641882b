package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("In the change log,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HeardTest {
  private final Heard heard = new Heard(10);

  @Test
  void each_number_is_news_once() {
    assertThat(look(11, 12)).containsExactly(11L, 12L);
    assertThat(look(11, 12, 13)).containsExactly(13L);
  }

  @Test
  void what_is_not_above_the_floor_is_no_news() {
    assertThat(look(9, 10, 11)).containsExactly(11L);
  }

  @Test
  void the_floor_rises_as_long_as_no_number_is_missing() {
    look(11, 12, 14);

    assertThat(heard.floor()).isEqualTo(12);
  }

  @Test
  void a_number_that_comes_late_is_news() {
    look(11, 13, 14);

    assertThat(look(12, 13, 14)).containsExactly(12L);
    assertThat(heard.floor()).isEqualTo(14);
  }

  @Test
  void a_missing_number_is_waited_for_until_patience_ends() {
    look(12);
    looks(Heard.PATIENCE - 1);
    assertThat(heard.floor()).isEqualTo(10);
    assertThat(look(11)).containsExactly(11L);
  }

  @Test
  void a_number_that_never_comes_is_given_up() {
    look(12);
    looks(Heard.PATIENCE);

    assertThat(heard.floor()).isEqualTo(12);
  }

  private void looks(int times) {
    LongStream.range(0, times).forEach(_ -> look());
  }

  private List<Long> look(long... numbers) {
    heard.beginLook();
    List<Long> news = LongStream.of(numbers).filter(heard::isNews).boxed().toList();
    heard.endLook();
    return news;
  }
}
