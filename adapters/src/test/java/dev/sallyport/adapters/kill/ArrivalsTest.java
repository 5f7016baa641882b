package dev.sallyport.adapters.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.kill.Arrivals.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What arrived")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrivalsTest {
  @TempDir Path folder;

  @Test
  void leaves_out_what_was_cut_short() throws IOException {
    Files.writeString(folder.resolve("arrivals"), "c1 höre\nc2");
    var arrivals = new Arrivals(folder);
    arrivals.note("c3", "done");

    assertThat(arrivals.all())
        .containsExactly(new Arrival("c1", "höre"), new Arrival("c3", "done"));
  }
}
