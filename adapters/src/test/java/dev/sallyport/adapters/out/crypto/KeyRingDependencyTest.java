package dev.sallyport.adapters.out.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemoryKeyChecks;
import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.application.port.out.DependencyContract;
import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyCheck;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Over the database's key checks,")
class KeyRingDependencyTest extends DependencyContract {
  private final InMemoryKeyChecks checks = new InMemoryKeyChecks();

  @Override
  protected Dependency dependency() {
    return new KeyRingDependency(Rings.given(1), checks);
  }

  @Override
  protected void takeAway() {
    checks.goesAway();
  }

  @Override
  protected void bringBack() {
    checks.comesBack();
  }

  @Test
  void it_is_down_with_the_ids_of_keys_that_it_was_not_given() {
    dependency().health();
    String id = Rings.given(1).ring().currentServer().id().value();

    assertThat(new KeyRingDependency(Rings.given(2), checks).health())
        .isInstanceOfSatisfying(
            Health.Down.class,
            down -> assertThat(down.reason()).contains("used with other keys", id));
  }

  @Test
  void it_is_down_when_a_key_is_not_the_one_that_was_used() {
    var id = Rings.given(1).ring().currentServer().id();
    KeyChecks differing = _ -> List.of(new KeyCheck(id, Bytes.of(new byte[32])));

    assertThat(new KeyRingDependency(Rings.given(1), differing).health())
        .isEqualTo(
            new Health.Down("not the keys the database was used with (%s)".formatted(id.value())));
  }

  @Test
  void it_is_down_when_the_ring_cannot_be_used() {
    assertThat(new KeyRingDependency(Rings.file(Path.of("/nowhere")), checks).health())
        .isInstanceOf(Health.Down.class);
  }

  @Test
  void it_is_down_while_nobody_can_say_whether_a_ring_may_be_made(@TempDir Path folder) {
    checks.goesAway();

    assertThat(new KeyRingDependency(Rings.file(folder, checks), checks).health())
        .isEqualTo(new Health.Down("they cannot be checked while the database is away"));
  }
}
