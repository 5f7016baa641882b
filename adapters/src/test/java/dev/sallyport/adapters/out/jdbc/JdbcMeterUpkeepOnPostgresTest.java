package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.MeterUpkeepContract;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.domain.plan.Allowance.Charge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcMeterUpkeepOnPostgresTest extends MeterUpkeepContract {
  @RegisterExtension final Databases databases = new Databases();

  private Database database;

  @BeforeEach
  void open() {
    database = databases.postgres();
  }

  @Override
  protected MeterUpkeep upkeep() {
    return new JdbcMeterUpkeep(database);
  }

  @Override
  protected Meter meter() {
    return new JdbcMeter(database);
  }

  @Override
  protected void tamper(Charge counter, long units) {
    database.inTenant(
        Metering.ACME,
        connection -> {
          QuotaCounters.change(
              connection, QuotaCounters.Key.of(Metering.ACME.organization(), counter), units, 0);
          return units;
        });
  }
}
