package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.UsageDifference;
import dev.sallyport.domain.plan.Window;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counters, promises and events in memory, one call at a time.
public final class InMemoryMeter implements Meter, Undoable {
  static final String LOST = "(lost)";

  private final Map<Counter, Usage> counters = new HashMap<>();
  private final Map<CallId, Promised> promises = new HashMap<>();
  private final Map<CallId, Event> events = new HashMap<>();
  final Map<CallId, Block> blocks = new HashMap<>();

  @Override
  public synchronized Promise reserve(TenantScope scope, Reservation reservation) {
    List<Charge> charges = reservation.charges(scope);
    CallId call = reservation.call();
    if (!promises.containsKey(call) && !events.containsKey(call)) {
      Optional<Charge> full = take(scope, charges, reservation.units());
      if (full.isPresent()) {
        return new Promise.Exhausted(full.get());
      }
      promises.put(call, new Promised(scope, charges, reservation));
    }
    return new Promise.Reserved(
        counts(scope, charges).stream()
            .filter(count -> count.charge().isNearlyUsedUpAt(count.counted()))
            .toList());
  }

  @Override
  public synchronized Settling commit(TenantScope scope, CallId call) {
    Promised promised = promises.get(call);
    if (promised == null || !promised.scope().equals(scope)) {
      return isEventOf(scope, call) ? Settling.COUNTED : Settling.UNKNOWN;
    }
    promises.remove(call);
    Reservation reservation = promised.reservation();
    var event =
        new Event(
            scope.organization(),
            reservation.person(),
            reservation.tool().value(),
            reservation.units(),
            Window.dayOf(reservation.at()).starts());
    if (!spend(scope, promised.charges(), event, call)) {
      // a block has told of it by now
      giveBack(scope, promised.charges(), reservation.units());
    }
    return Settling.COUNTED;
  }

  @Override
  public synchronized void release(TenantScope scope, CallId call) {
    Promised promised = promises.get(call);
    if (promised != null && promised.scope().equals(scope)) {
      promises.remove(call);
      giveBack(scope, promised.charges(), promised.reservation().units());
    }
  }

  @Override
  public synchronized Usage usage(TenantScope scope, Charge of) {
    return counters.getOrDefault(Counter.of(scope, of), new Usage(0, 0));
  }

  @Override
  public synchronized Runnable snapshot() {
    var countersThen = Map.copyOf(counters);
    var promisesThen = Map.copyOf(promises);
    var eventsThen = Map.copyOf(events);
    return () -> {
      restore(counters, countersThen);
      restore(promises, promisesThen);
      restore(events, eventsThen);
    };
  }

  /// Takes units from every counter, or answers the first that has too few.
  Optional<Charge> take(TenantScope scope, List<Charge> charges, long units) {
    for (Charge charge : charges) {
      Usage usage = counter(scope, charge);
      if (units > charge.ceiling().most() - usage.used() - usage.reserved()) {
        return Optional.of(charge);
      }
    }
    charges.forEach(charge -> add(Counter.of(scope, charge), 0, units));
    return Optional.empty();
  }

  void giveBack(TenantScope scope, List<Charge> charges, long units) {
    charges.forEach(charge -> add(Counter.of(scope, charge), 0, -units));
  }

  boolean spend(TenantScope scope, List<Charge> charges, Event event, CallId call) {
    if (events.putIfAbsent(call, event) != null) {
      return false;
    }
    charges.forEach(charge -> add(Counter.of(scope, charge), event.units(), -event.units()));
    add(Counter.tool(event), event.units(), 0);
    return true;
  }

  /// Turns units that were written off into those of a call that was found again.
  boolean find(CallId lost, CallId call, String tool, long units) {
    Event before = events.get(lost);
    if (before == null || events.containsKey(call)) {
      return false;
    }
    Event rest = before.with(before.tool(), before.units() - units);
    Event found = before.with(tool, units);
    events.put(lost, rest);
    events.put(call, found);
    add(Counter.tool(rest), -units, 0);
    add(Counter.tool(found), units, 0);
    return true;
  }

  List<Notice> counts(TenantScope scope, List<Charge> charges) {
    return charges.stream()
        .map(charge -> {
          Usage usage = usage(scope, charge);
          return new Notice(charge, usage.used() + usage.reserved());
        })
        .toList();
  }

  synchronized int freeExpired(Instant now, int most) {
    List<Promised> expired =
        promises.values().stream()
            .filter(promised -> promised.reservation().heldBy().isEmpty())
            .filter(promised -> !now.isBefore(promised.reservation().expiresAt()))
            .limit(most)
            .toList();
    expired.forEach(promised -> release(promised.scope(), promised.reservation().call()));
    return expired.size();
  }

  /// Changes a counter behind everybody's back.
  public synchronized void tamper(TenantScope scope, Charge charge, long units) {
    add(Counter.of(scope, charge), units, 0);
  }

  synchronized List<UsageDifference> differences(LocalDate day) {
    Map<Counter, Long> inEvents = new HashMap<>();
    for (Event event : events.values()) {
      event.counters().forEach(counter -> inEvents.merge(counter, event.units(), Long::sum));
    }
    List<UsageDifference> differences = new ArrayList<>();
    var all = new HashMap<Counter, Usage>(counters);
    inEvents.keySet().forEach(counter -> all.putIfAbsent(counter, new Usage(0, 0)));
    all.forEach((counter, usage) -> {
      long sum = inEvents.getOrDefault(counter, 0L);
      if (counter.isOf(day) && sum != usage.used()) {
        differences.add(counter.difference(sum, usage.used()));
      }
    });
    return differences;
  }

  private boolean isEventOf(TenantScope scope, CallId call) {
    Event event = events.get(call);
    return event != null && event.organization().equals(scope.organization());
  }

  // a month that was not bounded until now starts with what its days say
  private Usage counter(TenantScope scope, Charge charge) {
    return counters.computeIfAbsent(
        Counter.of(scope, charge), key -> new Usage(inDays(key, charge), 0));
  }

  private long inDays(Counter month, Charge charge) {
    return counters.entrySet().stream()
        .filter(each -> each.getKey().isDayIn(month, charge.window()))
        .mapToLong(each -> each.getValue().used() + each.getValue().reserved())
        .sum();
  }

  private void add(Counter counter, long used, long reserved) {
    counters.merge(
        counter,
        new Usage(used, reserved),
        (before, more) ->
            new Usage(before.used() + more.used(), before.reserved() + more.reserved()));
  }

  private static <K, V> void restore(Map<K, V> map, Map<K, V> then) {
    map.clear();
    map.putAll(then);
  }

  record Event(
      OrganizationId organization, PersonId person, String tool, long units, LocalDate day) {
    Event with(String otherTool, long otherUnits) {
      return new Event(organization, person, otherTool, otherUnits, day);
    }

    List<Counter> counters() {
      return List.of(
          new Counter(organization, Level.PERSON, person.value(), Window.Span.DAY, day),
          new Counter(organization, Level.ORGANIZATION, organization.value(), Window.Span.DAY, day),
          Counter.tool(this));
    }
  }

  record Block(
      TenantScope scope, PersonId person, List<Charge> charges, long units, Instant until) {
    Block {
      charges = List.copyOf(charges);
    }

    LocalDate day() {
      return charges.getLast().window().starts();
    }

    Block with(long otherUnits, Instant otherUntil) {
      return new Block(scope, person, charges, otherUnits, otherUntil);
    }
  }

  private record Promised(TenantScope scope, List<Charge> charges, Reservation reservation) {
    Promised {
      charges = List.copyOf(charges);
    }
  }

  /// The level is absent for the counter of a tool.
  record Counter(
      OrganizationId organization,
      @Nullable Level level,
      String subject,
      Window.Span span,
      LocalDate starts) {
    static Counter of(TenantScope scope, Charge charge) {
      return new Counter(
          scope.organization(),
          charge.level(),
          charge.subject(),
          charge.window().span(),
          charge.window().starts());
    }

    static Counter tool(Event event) {
      return new Counter(event.organization(), null, event.tool(), Window.Span.DAY, event.day());
    }

    boolean isOf(LocalDate day) {
      return span == Window.Span.DAY && starts.equals(day);
    }

    boolean isDayIn(Counter month, Window window) {
      return month.span == Window.Span.MONTH
          && span == Window.Span.DAY
          && level == month.level
          && organization.equals(month.organization)
          && subject.equals(month.subject)
          && !starts.isBefore(window.starts())
          && starts.isBefore(window.ends());
    }

    UsageDifference difference(long events, long used) {
      var counted =
          level == null
              ? UsageDifference.Counted.TOOL
              : UsageDifference.Counted.valueOf(level.name());
      return new UsageDifference(organization, starts, counted, subject, events, used);
    }
  }
}
