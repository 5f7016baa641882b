package dev.sallyport.domain.id;

/// Names an OAuth client. It may be an address, where a client describes itself there.
public record ClientId(String value) {
  /// Our own pages, where people decide about their grants. No token is ever given to it.
  public static final ClientId PAGES = new ClientId("sallyport");

  private static final int LONGEST = 512;

  public ClientId {
    Form.foreign(value, LONGEST);
  }
}
