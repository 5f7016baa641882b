package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Traces;
import dev.sallyport.application.port.out.Traces.Part;
import dev.sallyport.application.port.out.Traces.Trace;
import dev.sallyport.application.port.out.TracesContract;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.PersonalPart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryTracesTest extends TracesContract {
  private final InMemoryTraces traces = new InMemoryTraces();

  @Override
  protected Traces traces() {
    return traces;
  }

  @Override
  protected void leave(TenantScope scope, PersonId person) {
    traces.leave(scope, person, new Trace("accounts", Map.of(), List.of()));
    traces.leave(scope, person, new Trace("keys", Map.of(), List.of()));
    traces.leave(scope, person, sealed("claims", PersonalPart.CLAIM_ARGUMENTS));
    traces.leave(scope, person, sealed("approvals", PersonalPart.APPROVAL_TEXT));
    traces.leave(scope, person, sealed("sources", PersonalPart.TAINT_SOURCE));
    traces.leave(scope, person, new Trace("usage", Map.of("calls", "1"), List.of()));
    traces.leave(scope, person, sealed("ledger", PersonalPart.LEDGER_ENTRY));
  }

  private static Trace sealed(String list, PersonalPart part) {
    return new Trace(list, Map.of(), List.of(new Part("text", part, Fresh.hash(), Fresh.sealed())));
  }
}
