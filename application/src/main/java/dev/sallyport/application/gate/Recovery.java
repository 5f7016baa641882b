package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.gate.Workers.Waiting.Ended;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.SettleClaims;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Arguments.Reading;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/// Brings claims to an end that were left without one.
public final class Recovery implements SettleClaims {
  static final int AT_ONCE = 200;

  /// How many claims of one grant are looked for in a turn, of how many.
  static final int LOOKS = 10;

  private static final int MOST = 5_000;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Catalogue catalogue;
  private final Settling settling;
  private final Books books;
  private final Persons persons;
  private final Passage passage;
  private final Callers callers;
  private final Workers workers;
  private final Means means;
  private final Looks looks = new Looks();

  // those that could not be ended stay the oldest, and others wait behind them
  private volatile int stuck;

  Recovery(
      Catalogue catalogue,
      Settling settling,
      Books books,
      Persons persons,
      Passage passage,
      Callers callers,
      Workers workers,
      Means means) {
    this.catalogue = catalogue;
    this.settling = settling;
    this.books = books;
    this.persons = persons;
    this.passage = passage;
    this.callers = callers;
    this.workers = workers;
    this.means = means;
  }

  @Override
  public Report lookFor(Caller caller) {
    return lookFor(caller, unknown(caller));
  }

  private List<Claim> unknown(Caller caller) {
    Instant since = means.clock().instant().minus(Looks.LONGEST);
    return means.claims().unknown(caller.scope(), caller.grant(), since, MOST);
  }

  private Report lookFor(Caller caller, List<Claim> unknown) {
    Instant now = means.clock().instant();
    // of one that is away, no other claim is looked for in this turn
    Set<BackendId> away = new HashSet<>();
    long found =
        unknown.stream()
            .filter(claim -> looks.isDue(claim, now) && !away.contains(claim.backend()))
            .limit(LOOKS)
            .filter(claim -> isSettled(caller, claim, away))
            .count();
    return new Report((int) found, unknown.size() - (int) found);
  }

  @Override
  public Report lookForRecent() {
    Instant now = means.clock().instant();
    Instant deadline = now.plus(PATIENCE);
    looks.forget(now);
    List<Future<Report>> under = new ArrayList<>();
    List<RuntimeException> faults = new ArrayList<>();
    var absences = new Absences();
    for (Caller caller : callers.due(now)) {
      try {
        looking(caller, absences).ifPresent(under::add);
      } catch (RuntimeException fault) {
        // the others have their turn all the same
        faults.add(fault);
      }
    }
    Report report = awaited(under, deadline);
    absences.ofTheStore().ifPresent(faults::add);
    faults.stream().findFirst().ifPresent(Recovery::raise);
    return report;
  }

  // beside each other: a backend that does not answer holds up its own callers only
  private Report awaited(List<Future<Report>> under, Instant deadline) {
    return under.stream()
        .map(look -> workers.await(look, deadline))
        .map(waiting -> waiting instanceof Ended(Report report) ? report : new Report(0, 1))
        .reduce(new Report(0, 0), Recovery::together);
  }

  private static void raise(RuntimeException trouble) {
    throw trouble;
  }

  // whose claims cannot be had now has the next turn
  private Optional<Future<Report>> looking(Caller caller, Absences absences) {
    OrganizationId organization = caller.scope().organization();
    if (absences.isAway(organization)) {
      callers.called(caller);
      return Optional.empty();
    }
    try {
      List<Claim> unknown = unknown(caller);
      absences.reached();
      return looking(caller, unknown);
    } catch (Unavailable away) {
      absences.missed(organization, away);
      callers.called(caller);
      return Optional.empty();
    }
  }

  private Optional<Future<Report>> looking(Caller caller, List<Claim> unknown) {
    if (unknown.isEmpty() || !callers.begins(caller)) {
      return Optional.empty();
    }
    return Optional.of(
        workers.start(() -> {
          try {
            return lookFor(caller, unknown);
          } finally {
            callers.ended(caller);
          }
        }));
  }

  private static Report together(Report one, Report other) {
    return new Report(one.settled() + other.settled(), one.waiting() + other.waiting());
  }

  @Override
  public Report recover() {
    Report paid = books.payDebts();
    List<Claim> stranded = means.claims().stranded(means.node(), AT_ONCE + stuck);
    var absences = new Absences();
    int ended = (int) stranded.stream().filter(claim -> isEnded(claim, absences)).count();
    absences.ofTheStore().ifPresent(Recovery::raise);
    stuck = stranded.size() - ended;
    return new Report(paid.settled() + ended, paid.waiting() + stuck);
  }

  // one that cannot be ended must not keep the others waiting
  private boolean isEnded(Claim claim, Absences absences) {
    if (absences.isAway(claim.organization())) {
      return false;
    }
    try {
      books.endStranded(new TenantScope(claim.organization()), claim);
      absences.reached();
      return true;
    } catch (Unavailable away) {
      absences.missed(claim.organization(), away);
      return false;
    } catch (RuntimeException | Error fault) {
      means.alarms().raise(new Alarm.Bug(claim.call(), claim.key().tool(), fault));
      return false;
    }
  }

  // whatever hinders looking for one, the others are looked for
  private boolean isSettled(Caller caller, Claim claim, Set<BackendId> away) {
    Instant now = means.clock().instant();
    try {
      boolean found =
          means
              .claims()
              .find(caller.scope(), claim.id())
              .filter(stored -> stored.claim().state() == ClaimState.UNKNOWN)
              .filter(stored -> isFound(caller, stored))
              .isPresent();
      looks.looked(claim, now);
      return found;
    } catch (Unavailable | BackendTrouble _) {
      away.add(claim.backend());
      looks.hindered(claim, now);
      return false;
    } catch (RuntimeException | Error fault) {
      looks.looked(claim, now);
      means.alarms().raise(new Alarm.Bug(claim.call(), claim.key().tool(), fault));
      return false;
    }
  }

  private boolean isFound(Caller caller, Stored stored) {
    Optional<Offer<?, ?>> offer = catalogue.find(stored.claim().key().tool());
    Optional<String> arguments =
        stored
            .arguments()
            .flatMap(sealed ->
                persons.open(stored.claim().person(), Writes.argumentsOf(stored.claim()), sealed));
    return offer.isPresent()
        && arguments.isPresent()
        && isFound(caller, stored, offer.get(), arguments.get());
  }

  private <I, O> boolean isFound(
      Caller caller, Stored stored, Offer<I, O> offer, String arguments) {
    if (!(offer.tool() instanceof WriteTool<I, O> tool)
        || !(offer.form().read(arguments) instanceof Reading.Fits<I> fits)
        || settling.mayBeUnderWay(tool, stored.claim())) {
      return false;
    }
    Optional<Call<I, O>> call = passage.again(command(caller, stored, arguments), offer, fits);
    return call.isPresent()
        && settling.found(call.get(), tool, stored) instanceof Outcome.AnsweredBefore;
  }

  private Command command(Caller caller, Stored stored, String arguments) {
    Instant deadline = means.clock().instant().plus(PATIENCE);
    return new Command(
        caller,
        stored.claim().key().tool(),
        arguments,
        deadline,
        false,
        Locale.ROOT,
        ZoneOffset.UTC,
        Optional.empty(),
        Listener.PATIENT);
  }
}
