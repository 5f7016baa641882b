package dev.sallyport.domain.id;

/// Names an OAuth client. It may be an address, where a client describes itself there.
public record ClientId(String value) {
  private static final int LONGEST = 512;

  public ClientId {
    Form.foreign(value, LONGEST);
  }
}
