package dev.sallyport.adapters.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.kill.Tally.Report;
import dev.sallyport.adapters.testbed.SlimHouse.Place;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A house that is killed at any step of a write")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
class KillCyclesTest {
  @TempDir Path folder;
  private KillCycles cycles;

  @BeforeEach
  void prepare() {
    long seed = Long.getLong("seed", System.nanoTime() & 0xffff_ffffL);
    System.out.println("seed " + seed);
    cycles = new KillCycles(folder, seed);
  }

  @Test
  void sends_nothing_twice_and_forgets_nothing_on_h2() throws Exception {
    Report report = run(300, Life.Fault.NONE, cycles::onH2);

    assertThat(report.faults()).as(cycles::complaints).isEmpty();
    assertThat(report.kills()).isGreaterThanOrEqualTo(300);
    assertThat(report.steps()).containsExactlyInAnyOrder(Step.values());
  }

  @Test
  void sends_nothing_twice_and_forgets_nothing_on_postgresql() throws Exception {
    Report report = run(48, Life.Fault.NONE, cycles::onPostgres);

    assertThat(report.faults()).as(cycles::complaints).isEmpty();
    assertThat(report.steps())
        .containsAll(Arrays.stream(Step.values()).filter(it -> it != Step.RECOVERING).toList());
  }

  @Test
  void is_caught_within_a_hundred_deaths_if_its_store_skips_the_claim() throws Exception {
    Report report = run(100, Life.Fault.SKIPS_CLAIMS, cycles::onH2);

    assertThat(report.faults()).anyMatch(fault -> fault.endsWith("arrived and is not stored"));
  }

  private Report run(int kills, Life.Fault fault, Supplier<Place> places) throws Exception {
    Report report = cycles.run(kills, fault, places, _ -> {});
    KillCycles.print(report);
    return report;
  }
}
