package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The second wall alone: every statement has forgotten whose rows it wants.
@DisplayName("On PostgreSQL, asked from another organization without a scope in any statement,")
class UnscopedUseCasesOnPostgresTest extends UseCaseIsolationContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;
  private WholeHouse house;

  @BeforeEach
  void open() {
    house = databases.house(databases.unscopedStoresOnPostgres(), folder);
  }

  @Override
  WholeHouse house() {
    return house;
  }

  @Test
  void statements_were_changed_all_along() {
    Resident.in(house, Resident.somebody());

    assertThat(((Unscoped) house.get(Database.class)).rewritten()).isGreaterThan(20);
  }
}
