package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.ApprovalsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryApprovalsTest extends ApprovalsContract {
  private final InMemoryApprovals approvals = new InMemoryApprovals();

  @Override
  protected Approvals approvals() {
    return approvals;
  }
}
