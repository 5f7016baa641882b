package dev.sallyport.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A narrowing")
@DisplayNameGeneration(ReplaceUnderscores.class)
class NarrowingTest {
  private static final BackendId PHONE = new BackendId("phone");
  private static final BackendId CHAT = new BackendId("chat");
  private static final SpaceId SALES = new SpaceId("sales");
  private static final SpaceId HALL = new SpaceId("hall");
  private static final ConversationId LUNCH = new ConversationId("lunch");
  private static final ConversationId DINNER = new ConversationId("dinner");
  private static final PrivateKind DMS = new PrivateKind("dms");

  private static final Kept NO_SPACES =
      new Kept(new Kept.Choice.Only<>(Set.of()), new Kept.Choice.All<>());

  /// Every kind of place there is, in two backends.
  private static final List<Place> PLACES =
      Stream.of(PHONE, CHAT)
          .flatMap(backend ->
              Stream.of(
                  Place.in(backend, SALES),
                  Place.in(backend, HALL),
                  Place.in(backend, SALES, LUNCH),
                  Place.in(backend, SALES, DINNER),
                  Place.in(backend, HALL, LUNCH),
                  new Place.InPrivate(backend, DMS, LUNCH),
                  new Place.InPrivate(backend, DMS, DINNER)))
          .toList();

  private static final List<Footprint> SENDS =
      Stream.concat(
              Stream.of(
                      Set.of("+491"),
                      Set.of("+4912"),
                      Set.of("+331"),
                      Set.of("+491", "+331"),
                      Set.of("+49"))
                  .map(NarrowingTest::sendingTo),
              Stream.of(Footprint.sendingTo(PLACES.getFirst()), Footprint.writing()))
          .toList();

  private static final List<Narrowing> ALL =
      List.of(
          Narrowing.NONE,
          Narrowing.toReading(),
          Narrowing.to(PHONE, Kept.spaces(SALES)),
          Narrowing.to(PHONE, Kept.spaces(HALL)),
          Narrowing.to(PHONE, Kept.spaces(SALES, HALL)),
          Narrowing.to(PHONE, NO_SPACES),
          Narrowing.to(PHONE, Kept.conversations(LUNCH)),
          Narrowing.to(PHONE, Kept.conversations(DINNER, LUNCH)),
          Narrowing.to(CHAT, Kept.spaces(SALES)),
          Narrowing.to(CHAT, Kept.conversations(DINNER)),
          Narrowing.toRecipients(),
          Narrowing.toRecipients("+49"),
          Narrowing.toRecipients("+491", "+33"),
          Narrowing.toRecipients("+4912", "+491"),
          Narrowing.toRecipients("+33"),
          Narrowing.toRecipients("+49").tightenedBy(Narrowing.to(PHONE, Kept.spaces(SALES))),
          Narrowing.toReading().tightenedBy(Narrowing.to(CHAT, NO_SPACES)));

  @ParameterizedTest
  @MethodSource("all")
  void lets_through_what_it_and_the_other_let_through(Narrowing one) {
    assertThat(ALL)
        .allSatisfy(other -> {
          Narrowing both = one.tightenedBy(other);
          assertThat(both.readOnly()).isEqualTo(one.readOnly() || other.readOnly());
          assertThat(kept(both)).isEqualTo(shared(kept(one), kept(other)));
          assertThat(sent(both)).isEqualTo(shared(sent(one), sent(other)));
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void is_the_same_in_either_order(Narrowing one) {
    assertThat(ALL).allSatisfy(other -> assertSame(one.tightenedBy(other), other.tightenedBy(one)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void is_the_same_however_three_are_taken_together(Narrowing one) {
    assertThat(ALL)
        .allSatisfy(two ->
            assertThat(ALL)
                .allSatisfy(three ->
                    assertSame(
                        one.tightenedBy(two).tightenedBy(three),
                        one.tightenedBy(two.tightenedBy(three)))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void changes_nothing_the_second_time(Narrowing one) {
    assertSame(one.tightenedBy(one), one);
    assertSame(one.tightenedBy(Narrowing.NONE), one);
  }

  @Test
  void to_spaces_keeps_them_with_all_their_conversations_and_nothing_private() {
    assertThat(kept(Narrowing.to(PHONE, Kept.spaces(SALES))))
        .containsExactly(
            Place.in(PHONE, SALES),
            Place.in(PHONE, SALES, LUNCH),
            Place.in(PHONE, SALES, DINNER),
            Place.in(CHAT, SALES),
            Place.in(CHAT, HALL),
            Place.in(CHAT, SALES, LUNCH),
            Place.in(CHAT, SALES, DINNER),
            Place.in(CHAT, HALL, LUNCH),
            new Place.InPrivate(CHAT, DMS, LUNCH),
            new Place.InPrivate(CHAT, DMS, DINNER));
  }

  @Test
  void to_conversations_keeps_them_wherever_they_lie_and_no_whole_space() {
    assertThat(kept(Narrowing.to(PHONE, Kept.conversations(LUNCH))))
        .startsWith(
            Place.in(PHONE, SALES, LUNCH),
            Place.in(PHONE, HALL, LUNCH),
            new Place.InPrivate(PHONE, DMS, LUNCH),
            Place.in(CHAT, SALES));
  }

  @Test
  void to_recipients_keeps_sends_to_those_alone_and_whatever_sends_nothing() {
    assertThat(sent(Narrowing.toRecipients("+49")))
        .containsExactly(
            sendingTo(Set.of("+491")),
            sendingTo(Set.of("+4912")),
            sendingTo(Set.of("+49")),
            Footprint.writing());
    assertThat(sent(Narrowing.toRecipients())).containsExactly(Footprint.writing());
    assertThat(sent(Narrowing.NONE)).isEqualTo(SENDS);
  }

  @Test
  void to_recipients_twice_keeps_the_longer_of_two_beginnings() {
    assertThat(
            Narrowing.toRecipients("+49", "+331")
                .tightenedBy(Narrowing.toRecipients("+4930", "+33")))
        .isEqualTo(Narrowing.toRecipients("+4930", "+331"));
  }

  static List<Narrowing> all() {
    return ALL;
  }

  private static void assertSame(Narrowing one, Narrowing other) {
    assertThat(one.readOnly()).isEqualTo(other.readOnly());
    assertThat(kept(one)).isEqualTo(kept(other));
    assertThat(sent(one)).isEqualTo(sent(other));
  }

  private static List<Place> kept(Narrowing narrowing) {
    return PLACES.stream().filter(narrowing::keeps).toList();
  }

  private static List<Footprint> sent(Narrowing narrowing) {
    return SENDS.stream().filter(narrowing::keepsRecipientsOf).toList();
  }

  private static <T> List<T> shared(List<T> one, List<T> other) {
    return one.stream().filter(other::contains).toList();
  }

  private static Footprint sendingTo(Set<String> numbers) {
    return Footprint.sendingTo(
        Set.copyOf(numbers.stream().map(number -> Recipient.phone(number, "")).toList()),
        PLACES.getFirst());
  }
}
