package dev.sallyport.domain.id;

/// Names a space in its backend, in the backend's own words.
public record SpaceId(String value) {
  private static final int LONGEST = 256;

  public SpaceId {
    Form.foreign(value, LONGEST);
  }
}
