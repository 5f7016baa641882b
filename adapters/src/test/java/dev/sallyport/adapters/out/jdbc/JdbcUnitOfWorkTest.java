package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcUnitOfWorkTest extends JdbcUnitsContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  @Override
  protected Database open() {
    return databases.h2(folder);
  }

  @Override
  protected Product product() {
    return Product.H2;
  }

  @Test
  void no_other_thread_writes_while_a_unit_does() {
    units()
        .run(
            HERE,
            () -> {
              notebook().note(HERE, "mine");
              assertThatExceptionOfType(ExecutionException.class)
                  .isThrownBy(this::writtenByAnotherThread)
                  .havingCause()
                  .isInstanceOf(Unavailable.class)
                  .satisfies(away -> assertThat(Reasons.of(away)).contains("others wrote to it"));
              return new Keep<>("done");
            });

    assertThat(notebook().notes(HERE)).containsExactly("mine");
  }

  private Object writtenByAnotherThread() throws ExecutionException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.submit(() -> notebook().note(HERE, "another's"), "done").get();
    }
  }
}
