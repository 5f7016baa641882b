package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.ListSources;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.in.UseSource;
import dev.sallyport.application.port.in.ViewLimits;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ToolName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// The one way to a backend. Every door leads here, and nothing leads past it.
///
/// Gives each call its id and a thread that nobody interrupts, takes it through the [Passage], and
/// answers in time whatever hangs: whoever waits may stop waiting, whatever it is that takes so
/// long.
public final class Gate implements CallTool, UseSource, ListTools, ListSources, ViewLimits {
  /// How much longer than its deadline a call is waited for: what ends by itself at the deadline
  /// can say more than that time is over.
  static final Duration GRACE = Duration.ofMillis(400);

  /// However long somebody would wait: places and reservations are held for longer than this.
  static final Duration LONGEST = Duration.ofSeconds(90);

  // of a call that could not even be named
  private static final CallId UNNAMED = new CallId("0".repeat(32));

  private final Catalogue catalogue;
  private final Entitlements entitlements;
  private final Screening screening;
  private final Listings listings;
  private final Limits limits;
  private final Passage passage;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Workers workers;

  Gate(
      Catalogue catalogue,
      Entitlements entitlements,
      Screening screening,
      Listings listings,
      Limits limits,
      Passage passage,
      Alarms alarms,
      InstantSource clock,
      Workers workers) {
    this.catalogue = catalogue;
    this.entitlements = entitlements;
    this.screening = screening;
    this.listings = listings;
    this.limits = limits;
    this.passage = passage;
    this.alarms = alarms;
    this.clock = clock;
    this.workers = workers;
  }

  @Override
  public void start(Command command, Consumer<Answer> answered) {
    Optional<Offer<?, ?>> tool = catalogue.find(command.tool());
    start(command, _ -> tool, answered);
  }

  @Override
  public void start(Wanted wanted, Command command, Consumer<Answer> answered) {
    Passage.Sought sought =
        entitled ->
            catalogue
                .sources()
                .find(wanted, offer -> screening.sight(command.caller(), offer, entitled));
    start(command, sought, answered);
  }

  private void start(Command command, Passage.Sought sought, Consumer<Answer> answered) {
    try {
      var _ = begin(new Underway(command, sought), answered);
    } catch (RuntimeException | Error fault) {
      answered.accept(away(UNNAMED, command, fault));
    }
  }

  @Override
  public Answer call(Command command) {
    try {
      Optional<Offer<?, ?>> tool = catalogue.find(command.tool());
      var call = new Underway(command, _ -> tool);
      return waitedFor(call, begin(call, _ -> {}));
    } catch (RuntimeException | Error fault) {
      return away(UNNAMED, command, fault);
    }
  }

  @Override
  public ListTools.Listing listing(Caller caller) {
    return listings.of(caller);
  }

  @Override
  public Optional<ListTools.Listing> remembered(Caller caller) {
    return listings.known(caller);
  }

  @Override
  public Optional<Listed> find(Caller caller, ToolName name) {
    return listings.find(caller, name);
  }

  @Override
  public List<Listed> all() {
    return listings.all();
  }

  @Override
  public ListSources.Listing sources(Caller caller) {
    Optional<Entitled> entitled = entitlements.of(caller);
    return entitled.isEmpty()
        ? ListSources.Listing.NOTHING
        : catalogue
            .sources()
            .listed(offer -> screening.of(caller, offer, entitled.get()).isEmpty());
  }

  @Override
  public List<Standing> standings(Caller caller) {
    return entitlements
        .last(caller)
        .map(entitled -> limits.standings(caller, entitled.plan()))
        .orElse(List.of());
  }

  @Override
  public void learn(Caller caller) {
    try {
      var _ = entitlements.of(caller);
    } catch (Unavailable _) {
      // nobody is refused for what is only told
    }
  }

  private Future<Answer> begin(Underway call, Consumer<Answer> answered) {
    return workers.start(
        call.command.deadline().plus(GRACE),
        call,
        answer -> {
          try {
            answered.accept(answer);
          } catch (RuntimeException | Error fault) {
            alarms.raise(new Alarm.Bug(call.id, call.command.tool(), fault));
          }
        });
  }

  private static Answer waitedFor(Underway call, Future<Answer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException _) {
      // whoever waited is gone; the thread is not told again, so that it can note this
      call.watched.leaves();
      return Passage.bare(call.id, new Outcome.Abandoned(false));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call answers, whatever becomes of it", e);
    }
  }

  private Answer away(CallId id, Command command, Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    if (!(cause instanceof Unavailable)) {
      alarms.raise(new Alarm.Bug(id, command.tool(), cause));
    }
    return Passage.bare(id, new Outcome.Unavailable());
  }

  /// One call on its thread.
  private final class Underway implements Workers.Work<Answer> {
    private final CallId id = passage.newId();
    private final Watched watched;
    private final Command command;
    private final Passage.Sought sought;

    Underway(Command command, Passage.Sought sought) {
      this.sought = sought;
      this.watched = new Watched(command.listener());
      this.command = watched.hears(command, clock.instant().plus(LONGEST));
    }

    @Override
    public Answer run() {
      return passage.of(id, command, sought);
    }

    @Override
    public Answer late() {
      watched.leaves();
      return Passage.bare(id, new Outcome.Abandoned(true));
    }

    @Override
    public Answer broken(Throwable fault) {
      return away(id, command, fault);
    }
  }
}
