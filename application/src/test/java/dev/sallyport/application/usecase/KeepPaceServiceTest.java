package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A connection")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepPaceServiceTest {
  private static final int FEW = 6;
  private static final Caller ONE = caller("01");
  private static final Caller OTHER = caller("02");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final KeepPaceService pace = new KeepPaceService(FEW, clock);

  @Test
  void sends_so_many_requests_and_then_one_each_time_a_part_of_the_minute_has_passed() {
    assertThat(IntStream.range(0, FEW).filter(_ -> pace.count(ONE).isEmpty()).count())
        .isEqualTo(FEW);
    assertThat(pace.count(ONE)).contains(Duration.ofSeconds(10));
    assertThat(pace.count(OTHER)).isEmpty();
    clock.passes(Duration.ofSeconds(10));

    assertThat(pace.count(ONE)).isEmpty();
    assertThat(pace.pause(ONE)).isEmpty();
  }

  @Test
  void that_is_told_to_wait_again_and_again_is_not_heard_until_some_time_has_passed() {
    tell(KeepPaceService.TOLD_PER_MINUTE - 1);
    assertThat(pace.pause(ONE)).isEmpty();

    tell(5);

    assertThat(pace.pause(ONE)).contains(Duration.ofSeconds(2));
    assertThat(pace.pause(OTHER)).isEmpty();
    clock.passes(Duration.ofSeconds(2));
    assertThat(pace.pause(ONE)).isEmpty();
    tell(1);
    assertThat(pace.pause(ONE)).contains(Duration.ofSeconds(2));
  }

  private void tell(int times) {
    IntStream.range(0, times).forEach(_ -> pace.toldToWait(ONE));
  }

  private static Caller caller(String grant) {
    return new Caller(
        new TenantScope(new OrganizationId("0a".repeat(16))),
        new GrantId(grant.repeat(16)),
        new PersonId("0c".repeat(16)),
        ClientId.KEYS,
        Scopes.NONE);
  }
}
