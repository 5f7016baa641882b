package dev.sallyport.domain.policy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a grant lets through, kept as a diary: nothing is ever merged or counted up, each question
/// reads all of it again. It knows words and numbers only, and no type of the domain.
final class NaiveGrant {
  Set<String> scopes = Set.of();
  Set<String> spaces = Set.of();
  boolean dms;
  long ends;
  boolean revoked;
  String role = "member";
  boolean left;
  boolean suspended;
  boolean organizationSuspended;
  String plan = "all";
  boolean asks = true;
  final List<Narrower> narrowings = new ArrayList<>();
  final List<Sending> sendings = new ArrayList<>();
  final Set<String> everSentTo = new HashSet<>();
  final Map<String, Long> readUntil = new HashMap<>();
  private BigInteger taken = BigInteger.ZERO;
  private long takenAt;
  private long most = 8;

  // simple on purpose, and never compared
  @SuppressWarnings("ArrayRecordComponent")
  record Narrower(
      boolean readOnly, Set<String> spaces, Set<String> talks, Set<String> prefixes, Most most) {}

  record Most(int sends, int recipients, int newcomers) {}

  record Sending(long day, String to) {}

  record Asked(String verb, String space, String talk, Set<String> to, boolean approved) {}

  String fate(Asked call, long now) {
    boolean changes = !call.verb().equals("read");
    if (revoked || now >= ends) {
      return "deny grant-is-live";
    }
    if (left || suspended || organizationSuspended) {
      return "deny person-belongs";
    }
    if (role.equals("auditor")) {
      return "deny role-allows-effect";
    }
    if (spaces.isEmpty() && !dms) {
      return "deny backend-is-reached";
    }
    if (!allows(call.verb())) {
      return "deny scope-covers-tool";
    }
    if (plan.equals("reading") && changes) {
      return "deny plan-includes-tool";
    }
    for (Narrower one : narrowings) {
      if (one.readOnly() && changes) {
        return "deny narrowing-allows-effect";
      }
    }
    boolean isPrivate = call.space().equals("dms");
    if (!isPrivate && !spaces.contains(call.space())) {
      return "deny spaces-are-allowed";
    }
    if (isPrivate && !dms) {
      return "deny private-places-are-allowed";
    }
    for (Narrower one : narrowings) {
      if (!keepsPlace(one, call)) {
        return "deny narrowing-keeps-places";
      }
    }
    return call.verb().equals("send") ? fateOfSend(call, now) : questions(call, false);
  }

  private String fateOfSend(Asked call, long now) {
    for (Narrower one : narrowings) {
      if (!keepsRecipients(one, call)) {
        return "deny narrowing-keeps-recipients";
      }
    }
    for (Narrower one : narrowings) {
      if (exceeds(one.most(), call, now)) {
        return "deny budget-holds";
      }
    }
    return questions(call, asks && tellsAnother(call, now));
  }

  private String questions(Asked call, boolean tainted) {
    if (plan.equals("asking") && !call.verb().equals("read") && !call.approved()) {
      return "ask plan-includes-tool";
    }
    return tainted && !call.approved() ? "ask taint-stays-home" : "allow";
  }

  private boolean allows(String verb) {
    if (verb.equals("read")) {
      return !scopes.isEmpty();
    }
    return scopes.contains("write") || scopes.contains("admin") || scopes.contains("delete");
  }

  private static boolean keepsPlace(Narrower one, Asked call) {
    boolean space = one.spaces().contains("*") || one.spaces().contains(call.space());
    boolean talk = one.talks().contains("*") || one.talks().contains(call.talk());
    return space && talk;
  }

  private static boolean keepsRecipients(Narrower one, Asked call) {
    if (one.prefixes().contains("*")) {
      return true;
    }
    for (String to : call.to()) {
      boolean kept = false;
      for (String prefix : one.prefixes()) {
        kept = kept || to.startsWith(prefix);
      }
      if (!kept) {
        return false;
      }
    }
    return !call.to().isEmpty();
  }

  private boolean exceeds(Most most, Asked call, long now) {
    int sends = Math.max(1, call.to().size());
    Set<String> today = new HashSet<>();
    for (Sending one : sendings) {
      if (one.day() == now / GrantRun.DAY) {
        sends++;
        today.add(one.to());
      }
    }
    Set<String> newcomers = new HashSet<>();
    for (String to : firstSentTo(now)) {
      newcomers.add(to);
    }
    for (String to : call.to()) {
      today.add(to);
      if (!everSentTo.contains(to)) {
        newcomers.add(to);
      }
    }
    today.remove("");
    return sends > most.sends()
        || today.size() > most.recipients()
        || newcomers.size() > most.newcomers();
  }

  private Set<String> firstSentTo(long now) {
    Set<String> first = new HashSet<>();
    for (Sending one : sendings) {
      if (one.day() == now / GrantRun.DAY) {
        first.add(one.to());
      }
    }
    for (Sending one : sendings) {
      if (one.day() < now / GrantRun.DAY) {
        first.remove(one.to());
      }
    }
    first.remove("");
    return first;
  }

  void sent(Asked call, long now) {
    if (call.to().isEmpty()) {
      sendings.add(new Sending(now / GrantRun.DAY, ""));
    }
    for (String to : call.to()) {
      sendings.add(new Sending(now / GrantRun.DAY, to));
      everSentTo.add(to);
    }
  }

  private boolean tellsAnother(Asked call, long now) {
    for (Map.Entry<String, Long> one : readUntil.entrySet()) {
      String[] place = one.getKey().split("\\|", -1);
      if (now < one.getValue() && !isAnswer(call, place[0], place[1], place[2])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnswer(Asked call, String space, String talk, String author) {
    if (call.to().isEmpty()) {
      return call.space().equals(space) && call.talk().equals(talk);
    }
    return call.to().equals(Set.of(author));
  }

  /// A minute's limit as a jar that empties evenly: what was taken, in millionths of one.
  boolean takes(long now) {
    leak(now);
    if (taken.add(unit()).compareTo(full()) > 0) {
      return false;
    }
    taken = taken.add(unit());
    return true;
  }

  /// The share that was taken stays taken; a rest of a microsecond counts as a whole one.
  void limitTo(long other, long now) {
    leak(now);
    BigInteger former = unit();
    most = other;
    BigInteger[] scaled = taken.multiply(unit()).divideAndRemainder(former);
    taken = scaled[1].signum() == 0 ? scaled[0] : scaled[0].add(BigInteger.ONE);
    taken = taken.min(full());
  }

  private void leak(long now) {
    taken = taken.subtract(BigInteger.valueOf(now - takenAt)).max(BigInteger.ZERO);
    takenAt = now;
  }

  private BigInteger unit() {
    return BigInteger.valueOf((60_000_000L + most - 1) / most);
  }

  private BigInteger full() {
    return unit().multiply(BigInteger.valueOf(most));
  }
}
