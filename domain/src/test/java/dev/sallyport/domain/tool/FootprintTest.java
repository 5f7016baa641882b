package dev.sallyport.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Footprint.Where;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A footprint")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FootprintTest {
  private static final Place HERE = Place.in(new BackendId("phone"), new SpaceId("sales"));
  private static final Where IN_IT = new Where.Named(Set.of(HERE));
  private static final Recipient ADA = Recipient.member("ada");
  private static final Recipient BOB = Recipient.member("bob");

  @Test
  void says_what_is_done_where_and_to_whom() {
    assertThat(Footprint.reading(HERE)).isEqualTo(footprint(Effect.READ, IN_IT));
    assertThat(Footprint.writing(HERE)).isEqualTo(footprint(Effect.WRITE, IN_IT));
    assertThat(Footprint.destroying(HERE)).isEqualTo(footprint(Effect.DESTROY, IN_IT));
    assertThat(Footprint.sendingTo(HERE)).isEqualTo(footprint(Effect.SEND, IN_IT));
    assertThat(Footprint.sendingTo(Set.of(ADA), HERE))
        .isEqualTo(footprint(Effect.SEND, IN_IT, ADA));
    assertThat(Footprint.readingWithinReach())
        .isEqualTo(footprint(Effect.READ, new Where.WithinReach()));
    assertThat(Footprint.readingNowhere()).isEqualTo(footprint(Effect.READ, new Where.Nowhere()));
  }

  @Test
  void keeps_the_rest_when_it_is_given_figures_and_a_cost() {
    assertThat(Footprint.sendingTo(Set.of(ADA), HERE).amounting(Map.of("pages", 3L)).costing(2))
        .isEqualTo(
            new Footprint(Effect.SEND, IN_IT, Set.of(ADA), new TreeMap<>(Map.of("pages", 3L)), 2));
  }

  @Test
  void counts_a_send_for_each_recipient_and_one_for_a_place_of_readers() {
    assertThat(Footprint.sendingTo(Set.of(ADA, BOB), HERE).sends()).isEqualTo(2);
    assertThat(Footprint.sendingTo(HERE).sends()).isEqualTo(1);
    assertThat(Footprint.writing(HERE).sends()).isZero();
  }

  @Test
  void costs_at_least_one_unit() {
    Footprint read = Footprint.reading(HERE);
    assertThatThrownBy(() -> read.costing(0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(read.costing(1)).isEqualTo(read);
  }

  private static Footprint footprint(Effect effect, Where where, Recipient... recipients) {
    return new Footprint(effect, where, Set.of(recipients), new TreeMap<>(), 1);
  }
}
