package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Meter.Notice;
import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.QuotaBlocks.Request;
import dev.sallyport.application.port.out.QuotaBlocks.Spent;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Allowance.Charge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The units of one block: those left, those under way and those served but not written down. Not
/// safe among threads.
final class HeldBlock {
  private final CallId id;
  private final Allowance allowance;
  private final List<Notice> counts;
  private final int units;
  private final Set<CallId> underWay = new HashSet<>();
  private final Map<CallId, Spent> toWrite = new LinkedHashMap<>();
  private int left;
  private Instant usedSince;
  private Instant lastUsed;
  private Instant leasedUntil;

  HeldBlock(Request request, int units, List<Notice> counts, Instant takenAt) {
    this.id = request.block();
    this.allowance = request.allowance();
    this.units = units;
    this.left = units;
    this.counts = List.copyOf(counts);
    this.usedSince = takenAt;
    this.lastUsed = takenAt;
    this.leasedUntil = request.leaseEnds();
  }

  CallId id() {
    return id;
  }

  /// Whether its units were taken from that counter, whatever the plan gave then.
  boolean isTakenFrom(Charge counter) {
    return counts.stream()
        .map(Notice::charge)
        .anyMatch(charge ->
            charge.level() == counter.level()
                && charge.subject().equals(counter.subject())
                && charge.window().equals(counter.window()));
  }

  int left() {
    return left;
  }

  /// From now on it serves.
  void begins(Instant now) {
    usedSince = now;
    lastUsed = now;
  }

  Instant usedSince() {
    return usedSince;
  }

  boolean isHalfUsed() {
    return left <= units / 2;
  }

  boolean isIdleSince(Instant then) {
    return underWay.isEmpty() && !lastUsed.isAfter(then);
  }

  boolean isLeasedUntil(Instant then) {
    return leasedUntil.isAfter(then);
  }

  boolean isAtRest() {
    return underWay.isEmpty() && toWrite.isEmpty();
  }

  boolean serves(Reservation call) {
    return allowance.equals(call.allowance()) && left >= call.units();
  }

  /// Answers what is to be warned of.
  List<Notice> reserve(Reservation call, Instant now) {
    left -= call.units();
    lastUsed = now;
    underWay.add(call.call());
    List<Notice> notices = new ArrayList<>(0);
    for (Notice count : counts) {
      if (count.charge().isNearlyUsedUpAt(count.counted() - left)) {
        notices.add(new Notice(count.charge(), count.counted() - left));
      }
    }
    return notices;
  }

  /// False when the call is neither under way nor waiting to be written down.
  boolean commit(Reservation call) {
    if (underWay.remove(call.call())) {
      toWrite.put(
          call.call(),
          new Spent(call.call(), call.backend(), call.tool(), call.units(), call.at()));
    }
    return toWrite.containsKey(call.call());
  }

  /// False when the call is not under way.
  boolean release(Reservation call) {
    boolean known = underWay.remove(call.call());
    left += known ? call.units() : 0;
    return known;
  }

  List<Spent> toWrite() {
    return List.copyOf(toWrite.values());
  }

  /// These were written down. Units that had been before are not left again: either the counters
  /// have them, or they are given back with the block.
  void written(List<Spent> calls, Instant leaseEnds) {
    leasedUntil = leaseEnds;
    calls.forEach(each -> toWrite.remove(each.call()));
  }
}
