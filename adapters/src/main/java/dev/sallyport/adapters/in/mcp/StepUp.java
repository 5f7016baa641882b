package dev.sallyport.adapters.in.mcp;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.tool.Scope;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Sends a client for more rights (RFC 6750, section 3.1), where it is known to go. Most do nothing
/// when they hear 403, and their person would not even hear why; those get a result they can read.
@Singleton
final class StepUp {
  private static final int FORBIDDEN = 403;

  private final Set<ClientId> clients;
  private final Challenge challenge;

  StepUp(DoorSettings settings, Challenge challenge) {
    this.clients = settings.stepUp().stream().map(ClientId::new).collect(Collectors.toSet());
    this.challenge = challenge;
  }

  /// What the client is told to ask for.
  String challenge(Scope wanted) {
    return challenge.insufficient(List.of(wanted.value()));
  }

  /// Whether it goes, and there is a status left to tell it by.
  boolean isDoneBy(Ask ask) {
    return ask.exchange().hasStatus() && clients.contains(ask.caller().client());
  }

  void send(Ask ask, Scope wanted, Refusal refusal, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("WWW-Authenticate", challenge(wanted));
    ask.trouble(new Trouble(FORBIDDEN, Trouble.REFUSED, refusal.message(), refusal.json()), all);
  }
}
