package dev.sallyport.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A match")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchTest {
  @Test
  void without_conditions_is_of_every_call() {
    assertThat(Match.ANY.fits(StatedCall.sending())).isEqualTo(Fit.FITS);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "phone_send, FITS",
    "phone_*, FITS",
    "*, FITS",
    "phone_send*, FITS",
    "phone, MISSES",
    "phone_send_all, MISSES",
    "Phone_*, MISSES",
    "chat_*, MISSES"
  })
  void knows_tools_by_their_names_or_beginnings(String pattern, Fit fit) {
    assertThat(tools(pattern).fits(StatedCall.sending())).isEqualTo(fit);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneConditionMetAndMissed")
  void is_met_by_any_of_what_a_condition_lists(String condition, Match met, Match missed) {
    assertThat(met.fits(StatedCall.sending())).as(condition).isEqualTo(Fit.FITS);
    assertThat(missed.fits(StatedCall.sending())).as(condition).isEqualTo(Fit.MISSES);
  }

  static Stream<Arguments> oneConditionMetAndMissed() {
    return Stream.of(
        Arguments.of(
            "backend",
            backends(new BackendId("chat"), new BackendId("phone")),
            backends(new BackendId("chat"))),
        Arguments.of(
            "effect", effects(Effect.WRITE, Effect.SEND), effects(Effect.WRITE, Effect.DESTROY)),
        Arguments.of("client", clients("other", "assistant"), clients("other")),
        Arguments.of("role", roles(Role.ADMIN, Role.MEMBER), roles(Role.ADMIN)),
        Arguments.of("plan", plans("free", "pro"), plans("free")),
        Arguments.of("space", spaces("legal", "sales"), spaces("legal")),
        Arguments.of("hours", from("11:00"), from("13:00")),
        Arguments.of("figure", over("recipients", 1), over("recipients", 2)));
  }

  @Test
  void misses_if_one_condition_of_several_is_missed() {
    Match both =
        new Match(
            List.of("phone_*"),
            Set.of(),
            Set.of(Effect.READ),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Map.of());

    assertThat(both.fits(StatedCall.sending())).isEqualTo(Fit.MISSES);
  }

  @Test
  void of_roles_misses_whoever_has_none() {
    assertThat(roles(Role.values()).fits(StatedCall.with(StatedCall.sending(), Optional.empty())))
        .isEqualTo(Fit.MISSES);
  }

  @Test
  void cannot_tell_over_a_figure_that_the_call_does_not_declare() {
    assertThat(over("pages", 10).fits(StatedCall.sending())).isEqualTo(Fit.UNKNOWN);
  }

  @Test
  void cannot_tell_over_spaces_that_are_not_known() {
    assertThat(spaces("sales").fits(StatedCall.touchingTooMany())).isEqualTo(Fit.UNKNOWN);
  }

  @Test
  void misses_all_the_same_if_another_condition_does() {
    Match match =
        new Match(
            List.of("chat_*"),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(new SpaceId("sales")),
            Optional.empty(),
            Map.of("pages", 1L));

    assertThat(match.fits(StatedCall.touchingTooMany())).isEqualTo(Fit.MISSES);
  }

  @Test
  void misses_if_one_of_two_figures_is_not_exceeded_though_the_other_is_unknown() {
    Match match = over(Map.of("pages", 1L, "recipients", 5L));

    assertThat(match.fits(StatedCall.sending())).isEqualTo(Fit.MISSES);
  }

  static Match tools(String... patterns) {
    return new Match(
        List.of(patterns),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  static Match effects(Effect... effects) {
    return new Match(
        List.of(),
        Set.of(),
        Set.of(effects),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  static Match roles(Role... roles) {
    return new Match(
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(roles),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  static Match spaces(String... spaces) {
    return new Match(
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.copyOf(Stream.of(spaces).map(SpaceId::new).toList()),
        Optional.empty(),
        Map.of());
  }

  static Match over(String figure, long bound) {
    return over(Map.of(figure, bound));
  }

  private static Match over(Map<String, Long> bounds) {
    return new Match(
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        bounds);
  }

  private static Match backends(BackendId... backends) {
    return new Match(
        List.of(),
        Set.of(backends),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  private static Match clients(String... clients) {
    return new Match(
        List.of(),
        Set.of(),
        Set.of(),
        Set.copyOf(Stream.of(clients).map(ClientId::new).toList()),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  private static Match plans(String... plans) {
    return new Match(
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.copyOf(Stream.of(plans).map(PlanId::new).toList()),
        Set.of(),
        Optional.empty(),
        Map.of());
  }

  private static Match from(String time) {
    return new Match(
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.of(
            new Hours(Set.of(), LocalTime.parse(time), LocalTime.parse("20:00"), ZoneOffset.UTC)),
        Map.of());
  }
}
