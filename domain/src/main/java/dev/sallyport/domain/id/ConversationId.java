package dev.sallyport.domain.id;

/// Names a conversation in its backend, in the backend's own words.
public record ConversationId(String value) {
  private static final int LONGEST = 256;

  public ConversationId {
    Form.foreign(value, LONGEST);
  }
}
