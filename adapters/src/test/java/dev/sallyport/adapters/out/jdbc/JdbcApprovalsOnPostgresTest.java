package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.ApprovalsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL,")
class JdbcApprovalsOnPostgresTest extends ApprovalsContract {
  @Override
  protected Approvals approvals() {
    return new JdbcApprovals(SharedDatabase.postgres());
  }
}
