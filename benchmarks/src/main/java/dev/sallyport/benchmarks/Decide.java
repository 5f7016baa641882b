package dev.sallyport.benchmarks;

import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.application.sample.AGrant;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.policy.Belonging;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.History;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.policy.Request;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Place;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One decision by the standing rules, for a grant that reaches few spaces or many.
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Decide {
  private static final BackendId PHONE = new BackendId("phone");
  private static final Scope READ = new Scope("messages:read");
  private static final Scope WRITE = new Scope("messages:write");

  @Param({"10", "10000"})
  public int spaces;

  @Param({"read allowed", "send allowed", "scope refused", "space refused"})
  public String outcome;

  private ToolCall call;

  @Setup
  public void prepare() {
    SpaceId[] all =
        IntStream.range(0, spaces).mapToObj(n -> new SpaceId("space-" + n)).toArray(SpaceId[]::new);
    boolean writes = !outcome.equals("scope refused");
    Grant grant =
        AGrant.aGrant()
            .allowing(writes ? WRITE.value() : READ.value())
            .reaching(PHONE.value(), Reach.of(all))
            .grant();
    boolean sends = !outcome.equals("read allowed");
    String space = outcome.equals("space refused") ? "elsewhere" : "space-" + spaces / 2;
    Place place = Place.in(PHONE, new SpaceId(space));
    call =
        new ToolCall(
            new Request(
                grant,
                grant.scopes(),
                new Belonging.Member(Role.MEMBER),
                SomePlans.OPEN,
                ToolSet.EVERYTHING,
                PHONE,
                new BackendKind("openphone"),
                tool(sends),
                Request.Link.LIVE,
                grant.givenAt().plusSeconds(60)),
            sends
                ? Footprint.sendingTo(Set.of(Recipient.phone("+491701234567", "DE")), place)
                : Footprint.reading(place),
            History.NONE,
            ToolCall.Approval.NONE);
    mustBe(Policy.STANDING.decide(call));
  }

  @Benchmark
  public Decision decide() {
    return Policy.STANDING.decide(call);
  }

  private void mustBe(Decision decision) {
    if (decision instanceof Decision.Allow != outcome.endsWith("allowed")) {
      throw new IllegalStateException(outcome + " was decided as " + decision);
    }
  }

  private static ToolSpec tool(boolean sends) {
    return ToolSpec.named("tool", "Tool", sends ? WRITE : READ)
        .purpose("Does it.")
        .effect(sends ? Effect.SEND : Effect.READ)
        .weight(ToolSpec.Weight.CORE);
  }
}
