package dev.sallyport.bootstrap;

import dev.sallyport.application.gate.Gate;
import dev.sallyport.application.gate.GateHouse;
import dev.sallyport.application.gate.Means;
import dev.sallyport.application.gate.Recovery;
import dev.sallyport.application.port.in.AnswerApproval;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.port.in.FollowCatalogue;
import dev.sallyport.application.port.in.KeepSession;
import dev.sallyport.application.port.in.NarrowGrant;
import dev.sallyport.application.port.in.ReconcileUsage;
import dev.sallyport.application.port.in.ReviewApprovals;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.application.port.in.SweepReservations;
import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Plans;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.port.out.ResultCache;
import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.Taints;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.post.Envelopes;
import dev.sallyport.application.post.PostOffice;
import dev.sallyport.application.post.Rights;
import dev.sallyport.application.usecase.AnswerApprovalService;
import dev.sallyport.application.usecase.AwaitReplyService;
import dev.sallyport.application.usecase.FollowCatalogueService;
import dev.sallyport.application.usecase.KeepSessionService;
import dev.sallyport.application.usecase.NarrowGrantService;
import dev.sallyport.application.usecase.ReconcileUsageService;
import dev.sallyport.application.usecase.ReviewApprovalsService;
import dev.sallyport.application.usecase.RevokeGrantService;
import dev.sallyport.application.usecase.SealStateService;
import dev.sallyport.application.usecase.SweepReservationsService;
import dev.sallyport.domain.tool.ToolSets;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Makes the gate out of the ports that adapters serve.
@Factory
final class GateWiring {
  private static final int NODE_BYTES = 8;

  @Singleton
  SweepReservations sweepReservations(MeterUpkeep meter, InstantSource clock) {
    return new SweepReservationsService(meter, clock);
  }

  @Singleton
  ReconcileUsage reconcileUsage(MeterUpkeep meter) {
    return new ReconcileUsageService(meter);
  }

  @Singleton
  AnswerApproval answerApproval(
      Approvals approvals,
      Ledger ledger,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new AnswerApprovalService(approvals, ledger, units, randomness, clock);
  }

  @Singleton
  ReviewApprovals reviewApprovals(
      Approvals approvals, PersonKeys keys, Vault vault, InstantSource clock) {
    return new ReviewApprovalsService(approvals, keys, vault, clock);
  }

  @Singleton
  NarrowGrant narrowGrant(
      Grants grants,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new NarrowGrantService(grants, ledger, changes, units, randomness, clock);
  }

  @Singleton
  RevokeGrant revokeGrant(
      Grants grants,
      Accounts accounts,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new RevokeGrantService(grants, accounts, ledger, changes, units, randomness, clock);
  }

  // a list as long as what the gate leans on
  @Singleton
  Means means(
      Arguments arguments,
      Policies policies,
      Grants grants,
      People people,
      Organizations organizations,
      Memberships memberships,
      Plans plans,
      ToolSets toolSets,
      Accounts accounts,
      Claims claims,
      Approvals approvals,
      Spending spending,
      Taints taints,
      Meter meter,
      Limiter limiter,
      Ledger ledger,
      ReadEntries entries,
      ResultCache cache,
      Changes changes,
      UnitOfWork units,
      PersonKeys keys,
      Vault vault,
      Alarms alarms,
      Randomness randomness,
      InstantSource clock,
      @Property(name = "sallyport.gate.sample-outputs") int sampleOutputs) {
    return new Means(
        arguments,
        policies,
        grants,
        people,
        organizations,
        memberships,
        plans,
        toolSets,
        accounts,
        claims,
        approvals,
        spending,
        taints,
        meter,
        limiter,
        ledger,
        entries,
        cache,
        changes,
        units,
        keys,
        vault,
        alarms,
        randomness,
        clock,
        HexFormat.of().formatHex(randomness.bytes(NODE_BYTES)),
        sampleOutputs);
  }

  @Singleton
  @Bean(preDestroy = "close")
  GateHouse gateHouse(List<Backend> backends, Means means) {
    return GateHouse.of(inOrder(backends), means);
  }

  /// The order decides whose tools keep their names.
  static List<Backend> inOrder(List<Backend> backends) {
    return backends.stream().sorted(Comparator.comparing(it -> it.id().value())).toList();
  }

  @Singleton
  Gate gate(GateHouse house) {
    return house.gate();
  }

  @Singleton
  SealState sealState(PersonKeys keys, Vault vault, InstantSource clock) {
    return new SealStateService(keys, vault, clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  FollowCatalogue followCatalogue(
      Gate gate, Grants grants, Changes changes, Alarms alarms, InstantSource clock) {
    var catalogue = new FollowCatalogueService(gate, gate, grants, changes, alarms, clock);
    catalogue.start();
    return catalogue;
  }

  @Singleton
  @Bean(preDestroy = "close")
  PostOffice postOffice(Means means, Peppers peppers, Mailbox mailbox, Grants grants) {
    var office =
        new PostOffice(
            peppers,
            means.randomness(),
            mailbox,
            new Envelopes(means.keys(), means.vault()),
            new Rights(grants, means.changes(), means.alarms()),
            means.changes(),
            means.units(),
            means.alarms(),
            means.clock(),
            means.node());
    office.start();
    return office;
  }

  @Singleton
  KeepSession keepSession(PostOffice post) {
    return new KeepSessionService(post);
  }

  @Singleton
  AwaitReply awaitReply(PostOffice post) {
    return new AwaitReplyService(post);
  }

  @Singleton
  Recovery recovery(GateHouse house) {
    return house.recovery();
  }
}
