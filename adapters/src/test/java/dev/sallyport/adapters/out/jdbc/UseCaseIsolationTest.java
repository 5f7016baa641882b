package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2, asked from another organization,")
class UseCaseIsolationTest extends UseCaseIsolationContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;
  private WholeHouse house;

  @BeforeEach
  void open() {
    house = databases.house(databases.storesOnH2(folder), folder);
  }

  @Override
  WholeHouse house() {
    return house;
  }

  @Test
  void which_has_one_wall_alone_forgetting_whose_rows_are_wanted_is_found_out() {
    house = databases.house(databases.unscopedStoresOnH2(folder.resolve("unscoped")), folder);

    assertThat(offences(Theirs.SOMEBODY_ELSES)).hasSizeGreaterThan(5);
  }
}
