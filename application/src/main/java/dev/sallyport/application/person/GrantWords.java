package dev.sallyport.application.person;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Kept.Choice;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Narrowing.Recipients;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a grant allows, as its person can read it.
public final class GrantWords {
  private GrantWords() {}

  public static Map<String, String> of(Grant grant) {
    var fields = new HashMap<String, String>();
    fields.put("id", grant.id().value());
    fields.put("client", grant.client().value());
    fields.put("scopes", listed(grant.scopes().all(), Scope::value));
    fields.put("reach", lines(grant.reaches(), it -> it.value(), GrantWords::reach));
    fields.put("narrowing", narrowing(grant.narrowing()));
    fields.put("budget_per_day", budget(grant.budget()));
    fields.put("trusted", listed(grant.trusted(), Recipient::address));
    fields.put("given_at", grant.givenAt().toString());
    fields.put("expires_at", grant.expiresAt().toString());
    grant.revokedAt().ifPresent(at -> fields.put("revoked_at", at.toString()));
    return fields;
  }

  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String reach(Reach reach) {
    return "spaces: %s; private: %s"
        .formatted(
            listed(reach.spaces(), SpaceId::value), listed(reach.privates(), PrivateKind::value));
  }

  private static String narrowing(Narrowing narrowing) {
    List<String> parts = new ArrayList<>();
    if (narrowing.readOnly()) {
      parts.add("reading only");
    }
    if (!narrowing.only().isEmpty()) {
      parts.add(lines(narrowing.only(), it -> it.value(), GrantWords::kept));
    }
    if (narrowing.recipients() instanceof Recipients.Beginning(var prefixes)) {
      parts.add("recipients beginning with " + listed(prefixes, it -> it));
    }
    return parts.isEmpty() ? "none" : String.join("\n", parts);
  }

  private static String kept(Kept kept) {
    return "spaces: %s; conversations: %s"
        .formatted(
            choice(kept.spaces(), SpaceId::value),
            choice(kept.conversations(), ConversationId::value));
  }

  private static <T> String choice(Choice<T> choice, Function<T, String> text) {
    return switch (choice) {
      case Choice.All<T> _ -> "all";
      case Choice.Only<T>(var these) -> listed(these, text);
    };
  }

  private static String budget(Budget budget) {
    return "sends: %s; recipients: %s; new recipients: %s"
        .formatted(amount(budget.sends()), amount(budget.recipients()), amount(budget.newcomers()));
  }

  private static String amount(int most) {
    return most == Integer.MAX_VALUE ? "unlimited" : Integer.toString(most);
  }

  private static <K, V> String lines(
      Map<K, V> all, Function<K, String> key, Function<V, String> value) {
    return all.entrySet().stream()
        .map(entry -> key.apply(entry.getKey()) + ": " + value.apply(entry.getValue()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static <T> String listed(Collection<T> all, Function<T, String> text) {
    return all.isEmpty()
        ? "none"
        : all.stream().map(text).sorted().collect(Collectors.joining(", "));
  }
}
