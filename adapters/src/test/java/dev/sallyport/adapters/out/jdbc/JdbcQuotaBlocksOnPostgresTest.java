package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.QuotaBlocksContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcQuotaBlocksOnPostgresTest extends QuotaBlocksContract {
  @RegisterExtension final Databases databases = new Databases();

  private Database database;

  @BeforeEach
  void open() {
    database = databases.postgres();
  }

  @Override
  protected QuotaBlocks blocks() {
    return new JdbcQuotaBlocks(database);
  }

  @Override
  protected Meter meter() {
    return new JdbcMeter(database);
  }

  @Override
  protected MeterUpkeep upkeep() {
    return new JdbcMeterUpkeep(database);
  }
}
