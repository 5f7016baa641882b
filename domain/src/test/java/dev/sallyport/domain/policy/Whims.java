package dev.sallyport.domain.policy;

import static dev.sallyport.domain.policy.Calls.CHAT;
import static dev.sallyport.domain.policy.Calls.DINNER;
import static dev.sallyport.domain.policy.Calls.FINANCE;
import static dev.sallyport.domain.policy.Calls.LUNCH;
import static dev.sallyport.domain.policy.Calls.PHONE;
import static dev.sallyport.domain.policy.Calls.SALES;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Kept.Choice;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.policy.OperatorRule.Then;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What operators and people might come upon, from a seed.
final class Whims {
  private final Random random;

  Whims(long seed) {
    this.random = new Random(seed);
  }

  OperatorRule rule(int number) {
    return new OperatorRule(
        "rule-" + number,
        random.nextBoolean() ? Then.DENY : Then.ASK,
        match(),
        random.nextInt(3) == 0 ? Optional.of(match()) : Optional.empty(),
        OperatorRules.REASON,
        number);
  }

  Narrowing narrowing() {
    Narrowing narrowing =
        switch (random.nextInt(6)) {
          case 0 -> Narrowing.toReading();
          case 1 -> Narrowing.toRecipients(some(List.of("+49", "+491", "+33", "")));
          case 2 -> Narrowing.to(CHAT, kept());
          default -> Narrowing.to(PHONE, kept());
        };
    return random.nextInt(4) == 0 ? narrowing.tightenedBy(narrowing()) : narrowing;
  }

  Budget budget() {
    return random.nextBoolean()
        ? Budget.UNLIMITED
        : new Budget(random.nextInt(6), random.nextInt(6), random.nextInt(6));
  }

  private Kept kept() {
    return new Kept(choice(Set.of(SALES, FINANCE)), choice(Set.of(LUNCH, DINNER)));
  }

  private <T> Choice<T> choice(Set<T> all) {
    return random.nextInt(3) == 0 ? new Choice.All<>() : new Choice.Only<>(subset(all));
  }

  private Match match() {
    return new Match(
        List.copyOf(now(Set.of("mess*", "*", "messages", "other"))),
        now(Set.of(PHONE, CHAT)),
        now(Set.of(Effect.values())),
        now(Set.of(new ClientId("assistant"), new ClientId("other"))),
        now(Set.of(Role.values())),
        now(Set.of(new PlanId("pro"), new PlanId("free"))),
        now(Set.of(SALES, FINANCE)),
        random.nextInt(6) == 0 ? Optional.of(hours()) : Optional.empty(),
        now(Set.of("recipients", "units", "pages")).stream()
            .sorted()
            .collect(Collectors.toMap(figure -> figure, _ -> random.nextLong(3))));
  }

  private Hours hours() {
    return new Hours(
        subset(Set.of(DayOfWeek.values())),
        LocalTime.of(random.nextInt(24), 0),
        LocalTime.of(random.nextInt(24), 0),
        ZoneOffset.UTC);
  }

  // most conditions are not given, or no call would ever fit
  private <T> Set<T> now(Set<T> all) {
    return random.nextInt(4) == 0 ? subset(all) : Set.of();
  }

  private <T> Set<T> subset(Set<T> all) {
    // sorted first, or a seed would not give the same twice
    return all.stream()
        .sorted(Comparator.comparing(Object::toString))
        .filter(_ -> random.nextBoolean())
        .collect(Collectors.toSet());
  }

  private String[] some(List<String> all) {
    return all.stream().filter(_ -> random.nextBoolean()).toArray(String[]::new);
  }

  /// As many as were asked for.
  static List<OperatorRule> rules(long seed, int count) {
    var whims = new Whims(seed);
    return Stream.iterate(0, number -> number + 1).limit(count).map(whims::rule).toList();
  }
}
