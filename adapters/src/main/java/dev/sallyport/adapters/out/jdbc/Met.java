package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.policy.History.Sent;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// Whom a call would write to, and on which days the grant has written to them.
record Met(Set<String> recipients, Map<String, Set<LocalDate>> days) {
  Met {
    recipients = Set.copyOf(recipients);
    days = Map.copyOf(days);
  }

  boolean isNewcomer(String recipient) {
    return !days.containsKey(recipient);
  }

  /// What the call adds to that day.
  Sent adding(LocalDate day, int sends) {
    long unmet =
        recipients.stream().filter(one -> !days.getOrDefault(one, Set.of()).contains(day)).count();
    long newcomers = recipients.stream().filter(this::isNewcomer).count();
    return new Sent(sends, Math.toIntExact(unmet), Math.toIntExact(newcomers));
  }
}
