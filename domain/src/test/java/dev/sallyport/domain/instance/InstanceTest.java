package dev.sallyport.domain.instance;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.health.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("An instance")
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstanceTest {
  @Test
  void has_never_been_up_for_less_than_no_time() {
    Duration negative = Duration.ofNanos(-1);

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Instance(
                "1.0", Instant.EPOCH, negative, new Readiness(List.of()), Optional.empty()));
  }
}
