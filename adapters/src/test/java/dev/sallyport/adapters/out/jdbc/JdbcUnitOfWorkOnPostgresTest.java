package dev.sallyport.adapters.out.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcUnitOfWorkOnPostgresTest extends JdbcUnitsContract {
  @RegisterExtension final Databases databases = new Databases();

  @Test
  void what_was_there_already_is_not_told_with_its_values() {
    notebook().note(HERE, "secret");

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> notebook().note(HERE, "secret"))
        .satisfies(away -> assertThat(away).rootCause().message().doesNotContain("secret"));
  }

  @Override
  protected Database open() {
    return databases.postgres();
  }

  @Override
  protected Product product() {
    return Product.POSTGRESQL;
  }
}
