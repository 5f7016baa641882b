package dev.sallyport.domain.id;

import java.util.Set;

/// Names an OAuth client. It may be an address, where a client describes itself there.
public record ClientId(String value) {
  /// Our own pages, where people decide about their grants. No token is ever given to it.
  public static final ClientId PAGES = new ClientId("sallyport");

  /// Whoever holds an API key. Its grants are given at the command line.
  public static final ClientId KEYS = new ClientId("api-keys");

  private static final Set<ClientId> OURS = Set.of(PAGES, KEYS);
  private static final int LONGEST = 512;

  public ClientId {
    Form.foreign(value, LONGEST);
  }

  /// Whether it is one of ours, under which nobody may register.
  public boolean isReserved() {
    return OURS.contains(this);
  }
}
