package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.application.port.out.Arguments;
import dev.sallyport.application.port.out.Backend;
import java.util.List;

/// Joins the gate and the recovery beside it, which share what they know.
public final class GateHouse implements AutoCloseable {
  private final Gate gate;
  private final Recovery recovery;
  private final Workers workers;

  private GateHouse(Gate gate, Recovery recovery, Workers workers) {
    this.gate = gate;
    this.recovery = recovery;
    this.workers = workers;
  }

  /// What [dev.sallyport.application.port.in.ListTools#all] tells once there is a gate to these,
  /// for who wants to know it without one.
  public static List<Listed> tools(List<Backend> backends, Arguments arguments) {
    return Catalogue.of(backends, arguments).listed();
  }

  /// Fails if two tools want the same name, also with underscores, or one is told so that it cannot
  /// be shown.
  public static GateHouse of(List<Backend> backends, Means means) {
    Catalogue catalogue = Catalogue.of(backends, means.arguments());
    var workers = new Workers(means.clock());
    var persons = new Persons(means.keys(), means.vault(), means.changes());
    var scribe = new Scribe(persons, means.randomness());
    var entitlements =
        new Entitlements(
            means.grants(),
            means.people(),
            means.organizations(),
            means.memberships(),
            means.plans(),
            means.toolSets(),
            means.changes(),
            means.clock());
    var outside = new Outside(means.taints(), persons);
    var credentials = new Credentials(means.accounts(), persons);
    var screening = new Screening(catalogue, means.policies(), means.clock());
    var federation =
        new Federation(
            catalogue.documents(),
            new Errands(screening, entitlements, credentials, scribe, means),
            workers,
            means.clock());
    var view = new SelfView(backends, credentials, means);
    var quotas = new Quotas(means.meter());
    var outputs = new Outputs(means.sampleOutputs(), means.alarms());
    var books =
        new Books(
            means.claims(),
            means.meter(),
            means.spending(),
            means.ledger(),
            means.changes(),
            means.units(),
            persons,
            scribe,
            means.alarms(),
            means.clock());
    var settling =
        new Settling(
            means.claims(),
            books,
            outside,
            credentials,
            means.ledger(),
            scribe,
            means.alarms(),
            means.clock(),
            outputs);
    var admission =
        new Admission(means.approvals(), quotas, means.spending(), means.ledger(), scribe);
    var reads =
        new Reads(
            quotas,
            admission,
            means.cache(),
            means.changes(),
            means.entries(),
            outside,
            entitlements,
            credentials,
            means.policies(),
            scribe,
            means.alarms(),
            means.clock(),
            workers,
            access -> new Desk(federation, view, access),
            outputs);
    var writes =
        new Writes(
            admission,
            means.claims(),
            means.units(),
            persons,
            means.randomness(),
            settling,
            books,
            means.node(),
            workers,
            means.clock());
    var approving =
        new Approving(
            means.approvals(), means.ledger(), means.units(), persons, scribe, means.randomness());
    var deciding =
        new Deciding(
            means.policies(),
            entitlements,
            new Histories(means.spending(), outside, persons),
            approving,
            reads,
            writes,
            means.ledger(),
            scribe,
            means.clock());
    var callers = new Callers();
    var limits = new Limits(means.limiter());
    var passage =
        new Passage(entitlements, screening, limits, credentials, deciding, callers, scribe, means);
    var gate =
        new Gate(
            catalogue,
            entitlements,
            screening,
            new Listings(catalogue, entitlements, screening, means.policies(), means.clock()),
            limits,
            passage,
            means.alarms(),
            means.clock(),
            workers);
    return new GateHouse(
        gate,
        new Recovery(catalogue, settling, books, persons, passage, callers, workers, means),
        workers);
  }

  public Gate gate() {
    return gate;
  }

  public Recovery recovery() {
    return recovery;
  }

  /// Waits for what is being sent.
  @Override
  public void close() {
    workers.close();
  }
}
